package io.newsfold.ingest.web;

import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends each host one request at a time, with a pause in between. Thread-safe. */
public final class PacedFetchClient implements FetchClient {
    private final FetchClient client;
    private final Duration pause;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Map<String, HostLock> hosts = new ConcurrentHashMap<>();

    /** Time of the next request to a host. A thread holds the lock while it sends one. */
    private static final class HostLock {
        private Instant next = Instant.MIN;
    }

    /** @param pause time from the end of a request to the start of the next one to the same host */
    public PacedFetchClient(FetchClient client, Duration pause, InstantSource clock, Sleeper sleeper) {
        this.client = client;
        this.pause = pause;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public FetchResult fetch(Request request) {
        HostLock lock = hosts.computeIfAbsent(host(request.address()), host -> new HostLock());
        synchronized (lock) {
            if (!sleeper.until(lock.next)) {
                return new FetchResult.Failed(new Refusal(Reason.FETCH_FAILED, "stopped before it was fetched"));
            }
            FetchResult fetched = client.fetch(request);
            lock.next = clock.instant().plus(pause);
            return fetched;
        }
    }

    /** The host and port of an address; empty where it is invalid. */
    static String host(String address) {
        try {
            URI uri = URI.create(address);
            return String.valueOf(uri.getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
