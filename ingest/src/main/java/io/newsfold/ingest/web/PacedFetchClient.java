package io.newsfold.ingest.web;

import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks each host one thing at a time, and leaves it time in between. Thread-safe. */
public final class PacedFetchClient implements FetchClient {
    private final FetchClient web;
    private final Duration pace;
    private final InstantSource clock;
    private final ClockWait waiter;
    private final Map<String, Turn> hosts = new ConcurrentHashMap<>();

    /** When a host may be asked next; held while it is asked. */
    private static final class Turn {
        private Instant next = Instant.MIN;
    }

    /** @param pace from the end of a request to the beginning of the next one to the same host */
    public PacedFetchClient(FetchClient web, Duration pace, InstantSource clock, ClockWait waiter) {
        this.web = web;
        this.pace = pace;
        this.clock = clock;
        this.waiter = waiter;
    }

    @Override
    public FetchResult fetch(Request request) {
        Turn turn = hosts.computeIfAbsent(host(request.address()), host -> new Turn());
        synchronized (turn) {
            if (!waiter.until(turn.next)) {
                return new FetchResult.Refused(new Refusal(Reason.FETCH_FAILED, "stopped before it was fetched"));
            }
            FetchResult fetched = web.fetch(request);
            turn.next = clock.instant().plus(pace);
            return fetched;
        }
    }

    /** The host and port of an address; of what is none, nothing. */
    static String host(String address) {
        try {
            URI uri = URI.create(address);
            return String.valueOf(uri.getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
