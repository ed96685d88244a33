package io.newsfold.ingest.web;

import io.newsfold.contract.Rejection.Reason;
import io.newsfold.contract.SourceState;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.source.DeliveryCounts;
import io.newsfold.ingest.source.SourcePublisher;
import io.newsfold.ingest.web.FeedPosition.DuePage;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Headers;
import io.newsfold.ingest.web.FetchResult.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Polls one feed or sitemap: publishes its new items, then fetches and publishes the pages that they link to. Each
 * step is published with the position after it, so that the next poll goes on where a killed one stopped. Thread-safe,
 * for different sources.
 */
public final class FeedPoll {
    /** Items that are published in one transaction. */
    private static final int BATCH = 100;

    private static final int MAX_TRIES = 3;

    private final FetchClient client;
    private final @Nullable PageFetcher pages;
    private final PollSchedule schedule;
    private final int maxBytes;
    private final SourcePublisher publisher;
    private final InstantSource clock;
    private final BooleanSupplier goOn;

    /**
     * How feeds are polled.
     *
     * @param pages null where only items are wanted
     * @param maxBytes bytes that a feed may have, unpacked
     * @param goOn false when the program stops; checked between requests
     */
    public FeedPoll(
            FetchClient client,
            @Nullable PageFetcher pages,
            PollSchedule schedule,
            int maxBytes,
            SourcePublisher publisher,
            InstantSource clock,
            BooleanSupplier goOn) {
        this.client = client;
        this.pages = pages;
        this.schedule = schedule;
        this.maxBytes = maxBytes;
        this.publisher = publisher;
        this.clock = clock;
        this.goOn = goOn;
    }

    /** The source whose state is {@code state}, before a poll. */
    PolledSource source(SourceState state) {
        return new PolledSource(state, FeedPosition.of(state, schedule.every()));
    }

    /** Polls a source, and returns it as it is afterwards. */
    PolledSource poll(PolledSource source) {
        Run run = new Run(source);
        run.poll();
        return new PolledSource(run.state, run.position);
    }

    /** One poll of one source. */
    private final class Run {
        private SourceState state;
        private FeedPosition position;

        Run(PolledSource source) {
            this.state = source.state();
            this.position = source.position();
        }

        void poll() {
            FetchResult fetched =
                    client.fetch(new Request(state.id(), position.etag(), position.lastModified(), maxBytes));
            Optional<Response> response = fetched.response();
            if (response.isPresent()) {
                accept(response.get());
            } else if (goOn.getAsBoolean()) {
                fail(List.of(), fetched.refusal().map(FeedPoll::sentence).orElse(""), null);
            }
        }

        private void accept(Response response) {
            switch (response.status()) {
                case 200 -> read(response);
                case 304 -> acceptUnchanged(response);
                case 410 -> acceptGone();
                default -> fail(List.of(), status(response), response.headers().retryAfter());
            }
        }

        private void acceptUnchanged(Response response) {
            Duration interval = schedule.interval(Duration.ofSeconds(position.interval()), false);
            Instant next = schedule.afterResponse(clock.instant(), interval, response.headers());
            position = position.read(position.etag(), position.lastModified(), interval, next);
            publish(List.of());
            fetchPages();
        }

        private void acceptGone() {
            position = position.ended();
            state = state.failed(clock.instant(), "the feed has ended: the server answers 410")
                    .at(position.text());
            publisher.publish(List.of(), state);
        }

        private void read(Response response) {
            FeedDocument document = FeedDocument.of(
                    state.id(), response.body(), response.headers().contentType(), response.fetched(), maxBytes);
            List<Delivery> items = new ArrayList<>(document.items());
            Optional<String> failure = addSitemaps(document.sitemaps(), items);
            Map<String, Delivery> byMark = items.stream()
                    .collect(Collectors.toMap(
                            FeedPosition::mark, Function.identity(), (first, second) -> first, LinkedHashMap::new));
            List<Delivery> fresh = fresh(byMark);
            if (!items.isEmpty() && items.stream().allMatch(item -> item.refusal() != null)) {
                position = position.sent(fresh, position.due(), byMark.keySet());
                fail(fresh, message(items.get(0)), null);
                return;
            }
            if (state.position() == null && document.kind() != state.kind()) {
                state = SourceState.fresh(state.id(), document.kind());
            }
            for (int from = 0; from == 0 || from < fresh.size(); from += BATCH) {
                List<Delivery> batch = fresh.subList(from, Math.min(fresh.size(), from + BATCH));
                if (from + BATCH >= fresh.size()) {
                    finish(response, document, !fresh.isEmpty());
                }
                position = position.sent(batch, due(batch), byMark.keySet());
                publish(batch);
                fetchPages();
                if (!goOn.getAsBoolean()) {
                    return; // the next poll goes on in this document
                }
            }
            failure.ifPresent(why -> {
                state = state.failed(clock.instant(), why);
                publisher.publish(List.of(), state);
            });
        }

        private List<Delivery> fresh(Map<String, Delivery> byMark) {
            Set<String> sent = Set.copyOf(position.sent());
            return byMark.entrySet().stream()
                    .filter(item -> !sent.contains(item.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        /**
         * Moves the position behind the document. A sitemap index does not show whether one of its sitemaps changed.
         */
        private void finish(Response response, FeedDocument document, boolean isNew) {
            Headers headers = response.headers();
            boolean isIndex = !document.sitemaps().isEmpty();
            String etag = isIndex ? null : headers.etag();
            String lastModified = isIndex ? null : headers.lastModified();
            Duration interval = schedule.interval(Duration.ofSeconds(position.interval()), isNew);
            Instant next = schedule.afterResponse(clock.instant(), interval, headers);
            position = position.read(etag, lastModified, interval, next);
        }

        /** Adds the items of these sitemaps; returns a sentence on the last one that could not be fetched. */
        private Optional<String> addSitemaps(List<String> sitemaps, List<Delivery> items) {
            Optional<String> failure = Optional.empty();
            for (String sitemap : sitemaps) {
                FetchResult fetched = client.fetch(Request.of(sitemap, maxBytes));
                Optional<Response> response = fetched.response().filter(Response::isSuccess);
                if (response.isPresent()) {
                    FeedDocument.of(
                                    sitemap,
                                    response.get().body(),
                                    response.get().headers().contentType(),
                                    response.get().fetched(),
                                    maxBytes)
                            .items()
                            .stream()
                            .filter(item -> !isNotAFeed(item))
                            .forEach(items::add);
                } else {
                    failure = Optional.of(sitemap + ": " + failure(fetched));
                }
            }
            return failure;
        }

        /** The pages that are still due, and those that the items of {@code batch} link to. */
        private List<DuePage> due(List<Delivery> batch) {
            if (pages == null) {
                return List.of();
            }
            Map<String, DuePage> due = new LinkedHashMap<>();
            Stream.concat(
                            position.due().stream(),
                            batch.stream().filter(FeedPoll::hasPage).map(DuePage::of))
                    .forEach(page -> due.put(page.url(), page));
            return List.copyOf(due.values());
        }

        private void fetchPages() {
            if (pages == null) {
                return;
            }
            for (DuePage due : position.due()) {
                if (!goOn.getAsBoolean()) {
                    return;
                }
                PageFetcher.FetchedPage page = pages.fetch(due.url(), due.about(state.id()));
                boolean refused = page.delivery().refusal() != null;
                if (refused && !goOn.getAsBoolean()) {
                    return;
                }
                boolean again = refused && page.mayComeLater() && due.tries() + 1 < MAX_TRIES;
                position = again ? position.triedAgain(due) : position.without(due);
                publish(again ? List.of() : List.of(page.delivery()));
            }
        }

        private void publish(List<Delivery> deliveries) {
            state = DeliveryCounts.of(deliveries).addTo(state, position.text(), clock.instant());
            publisher.publish(deliveries, state);
        }

        private void fail(List<Delivery> refusals, String why, @Nullable String retryAfter) {
            Instant now = clock.instant();
            position = position.failed(schedule.afterFailure(now, position.failures() + 1, retryAfter));
            if (!refusals.isEmpty()) {
                state = DeliveryCounts.of(refusals).addTo(state, position.text(), now);
            }
            state = state.failed(now, why).at(position.text());
            publisher.publish(refusals, state);
        }
    }

    private static boolean isNotAFeed(Delivery item) {
        return item.refusal() != null && item.refusal().reason() == Reason.NOT_A_FEED;
    }

    private static boolean hasPage(Delivery item) {
        return item.refusal() == null && !item.key().startsWith("sha256:");
    }

    private static String failure(FetchResult fetched) {
        return fetched.refusal()
                .map(Refusal::message)
                .or(() -> fetched.response().map(FeedPoll::status))
                .orElse("");
    }

    private static String status(Response response) {
        return "the server answers " + response.status();
    }

    private static String sentence(Refusal refusal) {
        return refusal.message() + (refusal.reason() == Reason.TOO_LARGE ? "; --feed-bytes sets the limit" : "");
    }

    private static String message(Delivery refused) {
        return Optional.ofNullable(refused.refusal()).map(Refusal::message).orElse("");
    }
}
