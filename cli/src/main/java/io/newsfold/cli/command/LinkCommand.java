package io.newsfold.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold link}: decides that two articles are one story, or copies. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Decides that two articles are in one story, or (--copy) are copies of each other.",
            "The decision holds until another one on the same articles, also when everything is replayed."
        })
public final class LinkCommand implements Callable<Integer> {
    @Mixin
    private LineageDecision decision = new LineageDecision();

    public LinkCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        return decision.decide(true);
    }
}
