package io.newsfold.cli.audit;

import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ProcessingStatus;
import io.newsfold.sink.ExistingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the job and the sink have not done yet at one moment.
 *
 * @param isJobBehind whether records wait on any topic that the job reads
 * @param hasJob whether a process of the job is at work
 * @param unwritten number of records that the files do not show; markers of transactions count too
 * @param ends end offsets of the topics that come from outside, and of those that go into files
 */
record Backlog(boolean isJobBehind, boolean hasJob, long unwritten, Map<TopicPartition, Long> ends) {
    private static final List<String> TO_FILES = names(Topic.ENRICHED, Topic.STORIES);
    private static final List<String> COMPARED =
            names(Topic.RAW, Topic.REJECTED, Topic.OVERRIDES, Topic.ENRICHED, Topic.STORIES);

    Backlog {
        ends = Map.copyOf(ends);
    }

    /** @param out the files of the pipeline; null to leave them out */
    static Backlog of(Cluster cluster, Properties client, @Nullable ExistingOutput out) {
        Map<TopicPartition, Long> ends = cluster.ends(COMPARED);
        boolean isJobBehind = !new ProcessingStatus(cluster, client).isCaughtUp();
        return new Backlog(
                isJobBehind,
                !isJobBehind || cluster.hasMembers(InternalTopics.APPLICATION_ID),
                out == null ? 0 : unwritten(cluster.ends(TO_FILES), out.position()),
                ends);
    }

    private static List<String> names(Topic... topics) {
        return Stream.of(topics).map(Topic::topicName).toList();
    }

    private static long unwritten(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> position) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - position.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    boolean isEmpty() {
        return !isJobBehind && unwritten == 0;
    }

    /**
     * What is still to go, as a sentence without its full stop.
     *
     * @param pending number of raw records without an outcome
     */
    String sentence(long pending) {
        List<String> parts = new ArrayList<>();
        if (pending > 0) {
            parts.add(count(pending, "raw record") + " to go");
        } else if (isJobBehind) {
            parts.add("records to go through the later stages of the job");
        }
        if (unwritten > 0) {
            parts.add("about " + count(unwritten, "record") + " to go into the files");
        }
        if (parts.isEmpty()) {
            parts.add("records arrived during the audit");
        }
        return "still at work: " + String.join(", ", parts) + (hasJob ? "" : ", and no newsfold enrich is running")
                + "; try again, or audit --wait";
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
