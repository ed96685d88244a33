package io.newsfold.kafka;

import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Topic;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** How many records wait before the job. Transactions take offsets too, so it is a little more than there are. */
public final class ConsumerLag {
    private static final List<Topic> READ_BY_THE_JOB = List.of(Topic.RAW, Topic.FINGERPRINTS, Topic.OVERRIDES);

    private ConsumerLag() {}

    /** By topic; topics on which nothing waits are left out. */
    public static SortedMap<String, Long> of(Cluster cluster) {
        Map<TopicPartition, Long> committed = cluster.committed(InternalTopics.APPLICATION_ID);
        SortedMap<String, Long> lag = new TreeMap<>();
        cluster.ends(READ_BY_THE_JOB.stream().map(Topic::topicName).toList()).forEach((partition, end) -> {
            long behind = end - committed.getOrDefault(partition, 0L);
            if (behind > 2) { // the mark of a transaction or two
                lag.merge(partition.topic(), behind, Long::sum);
            }
        });
        return lag;
    }
}
