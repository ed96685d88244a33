package io.newsfold.cli.command;

import io.newsfold.cli.option.AllowedHostsOption;
import io.newsfold.cli.option.DurationConverter;
import io.newsfold.cli.option.SourceOptions;
import io.newsfold.contract.Limits;
import io.newsfold.contract.SourceState;
import io.newsfold.ingest.source.InputException;
import io.newsfold.ingest.web.AllowedHosts;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold poll}: reads feeds and sitemaps. */
@Command(
        name = "poll",
        mixinStandardHelpOptions = true,
        description =
                "Polls feeds (RSS, Atom, JSON Feed) and news sitemaps into a running pipeline until stopped; sends"
                        + " each item once.")
public final class PollCommand implements Callable<Integer> {
    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private AllowedHostsOption allow = new AllowedHostsOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "ADDRESS|FILE",
            description = "addresses, files that list them (one a line, # starts a comment), OPML files")
    private List<String> sources;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "time between two looks at a source: the shortest, it grows up to 6 h while nothing is new"
                    + " (default: ${DEFAULT-VALUE})")
    private Duration every;

    @Option(
            names = "--pace",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "shortest time between two requests to one host (default: ${DEFAULT-VALUE})")
    private Duration pace;

    @Option(
            names = "--no-pages",
            negatable = true,
            description = "send the content of the feeds; do not fetch the pages that they link to")
    private boolean noPages;

    @Option(
            names = "--feed-bytes",
            paramLabel = "N",
            defaultValue = "" + Limits.FETCH_BYTES,
            description = "largest size of a feed in bytes, decompressed (default: ${DEFAULT-VALUE})")
    private int feedBytes;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "poll",
            description = "name of this poll; a second poll of the same name on a cluster fences the first (default:"
                    + " ${DEFAULT-VALUE})")
    private String name;

    private final AtomicBoolean failed = new AtomicBoolean();

    @SuppressWarnings("NullAway.Init")
    public PollCommand() {}

    @Override
    public Integer call() {
        List<String> addresses = SourceList.of(sources);
        if (addresses.isEmpty()) {
            throw new InputException("there is no address in " + String.join(", ", sources));
        }
        InstantSource clock = InstantSource.system();
        PollSchedule schedule =
                new PollSchedule(every, () -> ThreadLocalRandom.current().nextDouble());
        AllowedHosts hosts = allow.hosts();
        try (SourceSession session = SourceSession.open(source.client(), name);
                Fetcher fetcher = new Fetcher(hosts, clock)) {
            FetchClient web = new PacedFetchClient(fetcher, pace, clock, Sleeper.on(clock, session::isOpen));
            PageFetcher pages = noPages ? null : new PageFetcher(web, new Robots(web, clock), clock);
            FeedPoll poll = new FeedPoll(web, pages, schedule, feedBytes, session.producer(), clock, session::isOpen);
            try (Poller poller = new Poller(addresses, session.states(), poll, clock, this::report)) {
                if (source.once()) {
                    poller.once();
                } else {
                    source.report("polling " + addresses.size() + " sources; Ctrl-C stops");
                    poller.run(session::isOpen);
                }
            }
        }
        return source.once() && failed.get() ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    private void report(SourceState before, SourceState after) {
        long refusals = refusals(after) - refusals(before);
        if (after.failure() != null) {
            System.err.println("newsfold: " + after.id() + ": " + after.failure());
        }
        if (refusals > 0) {
            System.err.println("newsfold: " + after.id() + ": " + refusals + " refused (" + reasons(before, after)
                    + "), see newsfold rejected list");
        }
        if (after.failure() != null || refusals > 0) {
            failed.set(true);
        }
        if (after.sent() > before.sent()) {
            source.report(after.sent() - before.sent() + " records from " + after.id());
        }
    }

    private static String reasons(SourceState before, SourceState after) {
        return new TreeMap<>(after.refused())
                .entrySet().stream()
                        .map(e -> Map.entry(
                                e.getKey(), e.getValue() - before.refused().getOrDefault(e.getKey(), 0L)))
                        .filter(e -> e.getValue() > 0)
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static long refusals(SourceState state) {
        return state.refused().values().stream().mapToLong(Long::longValue).sum();
    }
}
