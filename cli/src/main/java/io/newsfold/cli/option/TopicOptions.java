package io.newsfold.cli.option;

import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.TopicCheck;
import java.util.Properties;
import picocli.CommandLine.Option;

/** How a process of the pipeline treats the topics at its start. */
public final class TopicOptions {
    @Option(
            names = "--mend-topics",
            description = "change the settings of topics that are wrong, instead of refusing to start: cleanup policy,"
                    + " retention, size of records")
    private boolean mend;

    /**
     * Creates missing topics, and refuses or mends wrong ones.
     *
     * @param partitions of the keyed topics, where they are created
     * @return the number of partitions of the keyed topics
     * @throws IllegalArgumentException where there are topics with another number of partitions, or where a topic is
     *     wrong and is not to be mended, or cannot be
     */
    public int prepare(Properties client, PartitionsOption partitions) {
        try (Cluster cluster = new Cluster(client)) {
            partitions.check(cluster);
            new TopicCheck(cluster).prepare(partitions.partitions(), mend);
            return cluster.partitions();
        }
    }
}
