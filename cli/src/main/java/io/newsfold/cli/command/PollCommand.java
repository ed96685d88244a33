package io.newsfold.cli.command;

import io.newsfold.cli.option.AllowedHostsOption;
import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.DurationConverter;
import io.newsfold.cli.pipeline.GracefulShutdown;
import io.newsfold.contract.Limits;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.publish.SourceProducer;
import io.newsfold.ingest.source.InputException;
import io.newsfold.ingest.web.FeedPoll;
import io.newsfold.ingest.web.FetchClient;
import io.newsfold.ingest.web.Fetcher;
import io.newsfold.ingest.web.PacedFetchClient;
import io.newsfold.ingest.web.PageFetcher;
import io.newsfold.ingest.web.PollSchedule;
import io.newsfold.ingest.web.Poller;
import io.newsfold.ingest.web.Robots;
import io.newsfold.ingest.web.Sleeper;
import io.newsfold.ingest.web.SourceList;
import io.newsfold.kafka.TopicReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold poll}: live sources. */
@Command(
        name = "poll",
        mixinStandardHelpOptions = true,
        description =
                "Polls feeds (RSS, Atom, JSON Feed) and news sitemaps into a running pipeline, each item once, and goes on until stopped.")
public final class PollCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private AllowedHostsOption allow = new AllowedHostsOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "ADDRESS|FILE",
            description = "addresses, lists of them (one a line, # for comments), OPML files")
    private List<String> sources;

    @Option(names = "--once", description = "poll each source once, then stop")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description =
                    "shortest time between polls of a source; up to 6 h while nothing is new (default: ${DEFAULT-VALUE})")
    private Duration every;

    @Option(
            names = "--pace",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "shortest time between requests to one host (default: ${DEFAULT-VALUE})")
    private Duration pace;

    @Option(
            names = "--no-pages",
            negatable = true,
            description = "take what the feeds have; do not fetch the pages that they name")
    private boolean noPages;

    @Option(
            names = "--feed-bytes",
            paramLabel = "N",
            defaultValue = "" + Limits.FETCH_BYTES,
            description = "most bytes of a feed, unpacked (default: ${DEFAULT-VALUE})")
    private int feedBytes;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "poll",
            description =
                    "of this poll; a second one of the same name on a cluster shuts the first out (default: ${DEFAULT-VALUE})")
    private String name;

    @Option(names = "--quiet", description = "print nothing but what went wrong")
    private boolean quiet;

    private final AtomicBoolean refused = new AtomicBoolean();

    @SuppressWarnings("NullAway.Init")
    public PollCommand() {}

    @Override
    public Integer call() {
        List<String> addresses = SourceList.of(sources);
        if (addresses.isEmpty()) {
            throw new InputException("there is no address in " + String.join(", ", sources));
        }
        InstantSource clock = InstantSource.system();
        PollSchedule rhythm =
                new PollSchedule(every, () -> ThreadLocalRandom.current().nextDouble());
        Properties client = cluster.client();
        try (GracefulShutdown drain = GracefulShutdown.onSignal();
                Fetcher fetcher = new Fetcher(allow.hosts(), clock);
                SourceProducer producer = new SourceProducer(client, name)) {
            FetchClient web = new PacedFetchClient(fetcher, pace, clock, Sleeper.on(clock, drain::isOpen));
            PageFetcher pages = noPages ? null : new PageFetcher(web, new Robots(web, clock), clock);
            FeedPoll poll = new FeedPoll(web, pages, rhythm, feedBytes, producer, clock, drain::isOpen);
            // read when the producer is there: nobody else of this name writes any more
            var known = TopicReader.table(client, Topic.SOURCES, SourceState.class);
            try (Poller poller = new Poller(addresses, known, poll, clock, this::tell)) {
                if (once) {
                    poller.once();
                } else {
                    say("polling " + addresses.size() + " sources; Ctrl-C stops");
                    poller.run(drain::isOpen);
                }
            }
        }
        return once && refused.get() ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    private void tell(SourceState before, SourceState after) {
        long rejected = count(after) - count(before);
        if (after.failure() != null) {
            System.err.println("newsfold: " + after.id() + ": " + after.failure());
        }
        if (rejected > 0) {
            System.err.println("newsfold: " + after.id() + ": " + rejected + " refused, see newsfold rejected list");
        }
        if (after.failure() != null || rejected > 0) {
            refused.set(true);
        }
        if (after.sent() > before.sent()) {
            say(after.sent() - before.sent() + " records from " + after.id());
        }
    }

    private static long count(SourceState state) {
        return state.refused().values().stream().mapToLong(Long::longValue).sum();
    }

    private void say(String sentence) {
        if (!quiet) {
            System.err.println("newsfold: " + sentence);
        }
    }
}
