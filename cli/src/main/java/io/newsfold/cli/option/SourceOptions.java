package io.newsfold.cli.option;

import java.util.Properties;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The cluster, the end and the messages of a command that reads live sources. */
public final class SourceOptions {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--once", description = "read each source once, then stop")
    private boolean once;

    @Option(names = "--quiet", description = "print errors only")
    private boolean quiet;

    public boolean once() {
        return once;
    }

    /** As {@link ClusterOptions#client}. */
    public Properties client() {
        return cluster.client();
    }

    /** Prints a sentence on stderr, unless the command is quiet. */
    public void report(String sentence) {
        if (!quiet) {
            System.err.println("newsfold: " + sentence);
        }
    }
}
