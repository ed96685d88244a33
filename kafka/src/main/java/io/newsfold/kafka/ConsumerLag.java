package io.newsfold.kafka;

import io.newsfold.contract.InternalTopics;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** The lag of the job: records that wait before it. Markers of transactions count too, so it is a little high. */
public final class ConsumerLag {
    /** A partition with so few offsets left has the marker of a transaction or two, and no records. */
    private static final int MARKERS = 2;

    private ConsumerLag() {}

    /** Lag by topic; topics without lag are left out. */
    public static SortedMap<String, Long> of(Cluster cluster) {
        Map<TopicPartition, Long> committed = cluster.committed(InternalTopics.APPLICATION_ID);
        SortedMap<String, Long> lag = new TreeMap<>();
        cluster.ends(cluster.existing(ProcessingStatus.READ_BY_THE_JOB)).forEach((partition, end) -> {
            long behind = end - committed.getOrDefault(partition, 0L);
            if (behind > MARKERS) {
                lag.merge(partition.topic(), behind, Long::sum);
            }
        });
        return lag;
    }
}
