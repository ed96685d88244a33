package io.newsfold.cli.option;

import picocli.CommandLine.Option;

/** Whether a command prints its results for programs. */
public final class JsonOption {
    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    public JsonOption() {}

    public boolean isJson() {
        return json;
    }
}
