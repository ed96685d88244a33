package io.newsfold.cli.option;

import io.newsfold.kafka.Cluster;
import picocli.CommandLine.Option;

/** The number of partitions with which a process creates the keyed topics. */
public final class PartitionsOption {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "partitions of the keyed topics, where they are created (default: ${DEFAULT-VALUE})")
    private int partitions;

    private final int usual;

    /** @param partitions the default */
    public PartitionsOption(int partitions) {
        this.partitions = partitions;
        this.usual = partitions;
    }

    public int partitions() {
        return partitions;
    }

    /**
     * Makes sure that a number other than the default is the one that the topics have, where there are topics.
     *
     * @throws IllegalArgumentException where it is not
     */
    public void check(Cluster cluster) {
        int existing = cluster.partitions();
        if (existing != 0 && partitions != usual && partitions != existing) {
            throw new IllegalArgumentException("the topics of this cluster have " + existing + " partitions, not "
                    + partitions + ": leave --partitions out, or copy them (docs/operations.md, More partitions)");
        }
    }
}
