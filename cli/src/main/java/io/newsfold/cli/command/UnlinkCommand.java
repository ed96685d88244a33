package io.newsfold.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold unlink}: decides that two articles are not one story, or copies. */
@Command(
        name = "unlink",
        mixinStandardHelpOptions = true,
        description = {
            "Decides that two articles are not in one story, or (--copy) are not copies of each other.",
            "The decision holds until another one on the same articles, also when everything is replayed."
        })
public final class UnlinkCommand implements Callable<Integer> {
    @Mixin
    private LineageDecision decision = new LineageDecision();

    public UnlinkCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        return decision.decide(false);
    }
}
