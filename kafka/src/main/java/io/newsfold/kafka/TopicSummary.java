package io.newsfold.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * What is on a topic.
 *
 * @param name of the topic
 * @param first offset of the first record by partition
 * @param end offset behind the last record by partition; markers of transactions take offsets too
 */
public record TopicSummary(String name, Map<Integer, Long> first, Map<Integer, Long> end) {
    public TopicSummary {
        first = Map.copyOf(first);
        end = Map.copyOf(end);
    }

    /**
     * Reads the offsets of topics.
     *
     * @param names of topics that exist
     */
    public static List<TopicSummary> of(Cluster cluster, List<String> names) {
        Admin admin = cluster.calls().admin();
        Map<TopicPartition, Long> ends = cluster.ends(names);
        Map<TopicPartition, OffsetSpec> requests = new HashMap<>();
        ends.keySet().forEach(partition -> requests.put(partition, OffsetSpec.earliest()));
        Map<TopicPartition, Long> firsts = new HashMap<>();
        cluster.calls()
                .get(admin.listOffsets(requests).all())
                .forEach((partition, info) -> firsts.put(partition, info.offset()));
        return names.stream()
                .map(name -> new TopicSummary(name, ofTopic(firsts, name), ofTopic(ends, name)))
                .toList();
    }

    private static Map<Integer, Long> ofTopic(Map<TopicPartition, Long> offsets, String name) {
        Map<Integer, Long> own = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(name)) {
                own.put(partition.partition(), offset);
            }
        });
        return own;
    }

    public int partitions() {
        return end.size();
    }

    /** Number of offsets in use: at least the number of records. */
    public long offsets() {
        return end.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - first.getOrDefault(entry.getKey(), 0L))
                .sum();
    }
}
