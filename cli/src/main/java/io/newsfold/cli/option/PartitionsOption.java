package io.newsfold.cli.option;

import picocli.CommandLine.Option;

/** The number of partitions with which a process creates the keyed topics. */
public final class PartitionsOption {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "partitions of the keyed topics, where they are created (default: ${DEFAULT-VALUE})")
    private int partitions;

    /** @param partitions the default */
    public PartitionsOption(int partitions) {
        this.partitions = partitions;
    }

    public int partitions() {
        return partitions;
    }
}
