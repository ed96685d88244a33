package io.newsfold.ingest.web;

import io.newsfold.contract.SourceState;
import io.newsfold.contract.SourceState.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Polls many sources, each when it is due: those of one host one after the other, so many hosts at once. Used by one thread, which closes it. */
public final class Poller implements AutoCloseable {
    private static final int MOST_HOSTS = 8;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final List<String> addresses;
    private final Map<String, SourceState> states = new ConcurrentHashMap<>();
    private final Map<String, Optional<Instant>> dueTimes = new ConcurrentHashMap<>();
    private final FeedPoll poll;
    private final InstantSource clock;
    private final BiConsumer<SourceState, SourceState> told;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_HOSTS);
    private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
    private final Set<String> busy = new HashSet<>();

    /** The sources of a host are polled; with what stopped it, if something did. */
    private record End(String host, @Nullable RuntimeException failure) {}

    /**
     * Nothing is polled yet.
     *
     * @param known how sources stood when they were last polled, by their addresses
     * @param told takes how each source stood before it was polled and how it stands then, from any thread
     */
    public Poller(
            List<String> addresses,
            Map<String, SourceState> known,
            FeedPoll poll,
            InstantSource clock,
            BiConsumer<SourceState, SourceState> told) {
        this.addresses = List.copyOf(addresses);
        this.poll = poll;
        this.clock = clock;
        this.told = told;
        addresses.forEach(a ->
                know(a, Optional.ofNullable(known.get(a)).orElseGet(() -> SourceState.fresh(a, Kind.FEED))));
    }

    /** Polls each source that has not ended, due or not; returns how all stand then. */
    public List<SourceState> once() {
        round(time -> true);
        return states();
    }

    /** Polls each source that is due; returns how all stand then. */
    public List<SourceState> due() {
        round(this::isDue);
        return states();
    }

    /** Polls for as long as {@code goOn} says. */
    public void run(BooleanSupplier goOn) {
        try {
            while (goOn.getAsBoolean()) {
                start(this::isDue);
                End end = ends.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (end != null) {
                    finish(end);
                }
            }
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Predicate<Instant> which) {
        try {
            start(which);
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() throws InterruptedException {
        while (!busy.isEmpty()) {
            finish(ends.take());
        }
    }

    private void finish(End end) {
        busy.remove(end.host());
        if (end.failure() != null) {
            throw end.failure();
        }
    }

    private boolean isDue(Instant time) {
        return !time.isAfter(clock.instant());
    }

    private void know(String address, SourceState state) {
        states.put(address, state);
        dueTimes.put(address, poll.due(state));
    }

    private void start(Predicate<Instant> which) {
        Map<String, List<String>> hosts = addresses.stream()
                .filter(a -> !busy.contains(PacedFetchClient.host(a)))
                .filter(a ->
                        dueTimes.getOrDefault(a, Optional.empty()).filter(which).isPresent())
                .collect(Collectors.groupingBy(PacedFetchClient::host, LinkedHashMap::new, Collectors.toList()));
        hosts.forEach((host, sources) -> {
            busy.add(host);
            threads.execute(() -> ends.add(new End(host, pollAll(sources))));
        });
    }

    private @Nullable RuntimeException pollAll(List<String> sources) {
        try {
            for (String source : sources) {
                SourceState before = state(source);
                SourceState after = poll.poll(before);
                know(source, after);
                told.accept(before, after);
            }
            return null;
        } catch (RuntimeException e) {
            return e; // for the thread that waits for it
        }
    }

    private SourceState state(String address) {
        return states.getOrDefault(address, SourceState.fresh(address, Kind.FEED));
    }

    private List<SourceState> states() {
        return addresses.stream().map(this::state).toList();
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
