package io.newsfold.ingest.web;

import io.newsfold.contract.SourceState;
import io.newsfold.contract.SourceState.SourceKind;
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

/**
 * Polls many sources, each when it is due: sources of one host one after the other, several hosts at a time. Used by
 * one thread, which closes it.
 */
public final class Poller implements AutoCloseable {
    private static final int MAX_HOSTS = 8;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final List<String> addresses;
    private final Map<String, PolledSource> sources = new ConcurrentHashMap<>();
    private final FeedPoll poll;
    private final InstantSource clock;
    private final BiConsumer<SourceState, SourceState> listener;
    private final ExecutorService threads = Executors.newFixedThreadPool(MAX_HOSTS);
    private final BlockingQueue<PolledHost> finished = new LinkedBlockingQueue<>();
    private final Set<String> busy = new HashSet<>();

    /**
     * A host whose sources have been polled.
     *
     * @param failure what ended the polls early; null where nothing did
     */
    private record PolledHost(String host, @Nullable RuntimeException failure) {}

    /**
     * A poller of sources that have not been polled yet.
     *
     * @param known states of sources after their last poll, by address
     * @param listener takes the states of a source before and after each poll, on any thread
     */
    public Poller(
            List<String> addresses,
            Map<String, SourceState> known,
            FeedPoll poll,
            InstantSource clock,
            BiConsumer<SourceState, SourceState> listener) {
        this.addresses = List.copyOf(addresses);
        this.poll = poll;
        this.clock = clock;
        this.listener = listener;
        for (String address : addresses) {
            SourceState state = known.get(address);
            sources.put(address, poll.source(state == null ? SourceState.fresh(address, SourceKind.FEED) : state));
        }
    }

    /** Polls each source that has not ended, due or not, and returns the states of all sources. */
    public List<SourceState> once() {
        round(time -> true);
        return states();
    }

    /** Polls each source that is due, and returns the states of all sources. */
    public List<SourceState> due() {
        round(this::isDue);
        return states();
    }

    /** Polls sources as they fall due, for as long as {@code goOn} is true. */
    public void run(BooleanSupplier goOn) {
        try {
            while (goOn.getAsBoolean()) {
                start(this::isDue);
                PolledHost host = finished.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (host != null) {
                    finish(host);
                }
            }
            awaitAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Predicate<Instant> isSelected) {
        try {
            start(isSelected);
            awaitAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAll() throws InterruptedException {
        while (!busy.isEmpty()) {
            finish(finished.take());
        }
    }

    private void finish(PolledHost host) {
        busy.remove(host.host());
        if (host.failure() != null) {
            throw host.failure();
        }
    }

    private boolean isDue(Instant time) {
        return !time.isAfter(clock.instant());
    }

    /**
     * Polls the sources of hosts that are not busy, in other threads.
     *
     * @param isSelected selects sources by the time of their next poll
     */
    private void start(Predicate<Instant> isSelected) {
        Map<String, List<String>> hosts = addresses.stream()
                .filter(address -> !busy.contains(PacedFetchClient.host(address)))
                .filter(address -> source(address).next().filter(isSelected).isPresent())
                .collect(Collectors.groupingBy(PacedFetchClient::host, LinkedHashMap::new, Collectors.toList()));
        hosts.forEach((host, ofHost) -> {
            busy.add(host);
            threads.execute(() -> finished.add(new PolledHost(host, pollAll(ofHost))));
        });
    }

    private @Nullable RuntimeException pollAll(List<String> ofHost) {
        try {
            for (String address : ofHost) {
                PolledSource before = source(address);
                PolledSource after = poll.poll(before);
                sources.put(address, after);
                listener.accept(before.state(), after.state());
            }
            return null;
        } catch (RuntimeException e) {
            return e; // thrown by the thread that waits
        }
    }

    private PolledSource source(String address) {
        return Optional.ofNullable(sources.get(address)).orElseThrow();
    }

    private List<SourceState> states() {
        return addresses.stream().map(address -> source(address).state()).toList();
    }

    /** Waits up to 30 seconds for polls that have started. */
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
