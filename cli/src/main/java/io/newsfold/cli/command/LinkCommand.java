package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.print.CurrentArticles;
import io.newsfold.cli.print.CurrentOverrides;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.OverrideProducer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsfold link} and {@code newsfold unlink}: what a person knows better of two articles. */
@Command(
        mixinStandardHelpOptions = true,
        description = {
            "Says of two articles that they are (link) or are not (unlink) one story, or copies of each other.",
            "The job takes it in like any other input; it holds until something else is said, also when all is replayed."
        })
public final class LinkCommand implements Callable<Integer> {
    public static final String LINK = "link";
    public static final String UNLINK = "unlink";

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(index = "0", paramLabel = "A", description = "address or id of an article")
    private String one;

    @Parameters(index = "1", paramLabel = "B", description = "address or id of another; either may come later")
    private String other;

    @Option(names = "--copy", description = "say it of copies, not of the story")
    private boolean copy;

    @Option(names = "--forget", description = "take back what was said, whatever it was")
    private boolean forget;

    @Option(names = "--by", paramLabel = "NAME", description = "who says so")
    private @Nullable String by;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public LinkCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        String a = CurrentArticles.id(one);
        String b = CurrentArticles.id(other);
        if (a.equals(b)) {
            throw new InputException(one + " and " + other + " are the same article");
        }
        boolean is = spec.name().equals(LINK);
        Matter about = copy ? Matter.COPY : Matter.STORY;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LineageOverride override = LineageOverride.of(a, b, about, forget ? null : is, now, by);
        OverrideProducer.publish(override, cluster.client());
        System.out.println(
                forget ? "taken back: what was said of " + a + " and " + b : CurrentOverrides.sentence(override));
        return ExitCodes.OK;
    }
}
