package io.newsfold.cli.option;

import picocli.CommandLine.Option;

/** How a process logs. {@link io.newsfold.cli.Newsfold} looks for it before the first logger is made, which is before options are read. */
public final class LogOption {
    @Option(names = "--log-json", description = "log one JSON object a line; so does NEWSFOLD_LOG=json")
    @SuppressWarnings("UnusedVariable")
    private boolean json;
}
