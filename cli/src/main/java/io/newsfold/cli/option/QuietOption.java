package io.newsfold.cli.option;

import picocli.CommandLine.Option;

/** How much a command prints beside its results. */
public final class QuietOption {
    @Option(names = "--quiet", description = "print results and errors only")
    private boolean quiet;

    public QuietOption() {}

    public boolean isQuiet() {
        return quiet;
    }

    /** Prints a sentence on stderr, unless the command is quiet. */
    public void report(String sentence) {
        if (!quiet) {
            System.err.println("newsfold: " + sentence);
        }
    }
}
