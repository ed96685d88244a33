package io.newsfold.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Topic;
import org.junit.jupiter.api.Test;

class TopicFaultTest {
    @Test
    void aFaultNamesTopicSettingAndValues() {
        TopicFault fault = new TopicFault(Topic.RAW, "cleanup.policy", "compact", "delete");

        assertThat(fault.sentence()).isEqualTo("articles.raw: cleanup.policy is compact, not delete");
        assertThat(fault.isMendable()).isTrue();
        assertThat(fault.isWarning()).isFalse();
    }

    @Test
    void howLongRecordsAreKeptIsTheOperatorsToDecide() {
        assertThat(new TopicFault(Topic.RAW, "retention.ms", "604800000", "-1").isWarning())
                .isTrue();
    }

    @Test
    void aNumberOfPartitionsCannotBeMended() {
        assertThat(new TopicFault(Topic.LINEAGE, TopicFault.PARTITIONS, "1", "4").isMendable())
                .isFalse();
    }
}
