package io.newsfold.cli.option;

import java.util.Properties;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The cluster, the end and the messages of a command that reads live sources. */
public final class SourceOptions {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--once", description = "stop when all work is done: each source was read once")
    private boolean once;

    @Mixin
    private QuietOption quiet = new QuietOption();

    public boolean once() {
        return once;
    }

    /** As {@link ClusterOptions#client}. */
    public Properties client() {
        return cluster.client();
    }

    /** Prints a sentence on stderr, unless the command is quiet. */
    public void report(String sentence) {
        quiet.report(sentence);
    }
}
