package io.newsfold.enrich.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newsfold.contract.MediaTopic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicClassifierTest {
    private final TopicClassifier shipped = new TopicClassifier(TopicRules.shipped());

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    TopicClassifierTest() {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            soccer | Carrow Rovers win the cup | The striker scored twice and the goalkeeper saved a penalty kick as Carrow Rovers won the cup final on Saturday. The midfielder was sent off after a second yellow card.
            election | Marsh wins in Carrow | Voters went to the polls on Sunday. Edwin Marsh won the presidential election with 52 percent of the vote after a campaign of three weeks; his opponent conceded defeat as ballots were still counted.
            disaster | Earthquake shakes Norlandia | A magnitude 7.1 earthquake struck Norlandia on Monday. The death toll rose to 40, rescuers searched the rubble for survivors, and aftershocks frightened people in the evacuation camps.
            """)
    void anArticleHasItsTopicAndThoseAbove(String topic, String headline, String text) {
        List<MediaTopic> topics = shipped.topics(headline, text);

        assertThat(topics).extracting(MediaTopic::name).contains(topic);
        assertThat(topics)
                .filteredOn(found -> found.id().endsWith("000000"))
                .as("the topic above")
                .isNotEmpty();
        assertThat(topics)
                .filteredOn(found -> found.name().equals(topic))
                .flatExtracting(MediaTopic::evidence)
                .isNotEmpty();
    }

    @Test
    void aTextAboutNothingHasNoTopic() {
        assertThat(shipped.topics("Notes", "Edwin and Helen walked along the pier in the afternoon."))
                .isEmpty();
    }

    @Test
    void rulesOfOnesOwnAreTheWholeRules() throws Exception {
        Path file = Files.writeString(
                folder.resolve("rules.tsv"), "90000001\tpiers\t-\tswing bridge\tpier|quay\t\t1\n# a remark\n");

        List<MediaTopic> topics = new TopicClassifier(TopicRules.read(file))
                .topics("Bridges", "Two swing bridges beside the quays were painted.");

        assertThat(topics).extracting(MediaTopic::id).containsExactly("medtop:90000001");
        assertThat(topics.get(0).evidence()).containsExactly("swing bridge", "quay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "90000001	piers	-	a	b; seven columns",
                "9	piers	-	a	b	c	1; code of eight digits",
                "90000001	piers	90000002	a	b	c	1; stands below 90000002",
                "90000001	piers	90000001	a	b	c	1; stands above itself",
                "90000001	piers	-	a	b	c	much; much is no number"
            })
    void aBadRuleIsNamed(String line, String message) throws Exception {
        Path file = Files.writeString(folder.resolve("rules.tsv"), line + "\n");

        assertThatThrownBy(() -> TopicRules.read(file))
                .isInstanceOf(InvalidTopicRulesException.class)
                .hasMessageContaining(message);
    }
}
