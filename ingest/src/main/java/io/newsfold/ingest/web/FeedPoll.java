package io.newsfold.ingest.web;

import io.newsfold.contract.Rejection.Reason;
import io.newsfold.contract.SourceState;
import io.newsfold.ingest.publish.SourcePublisher;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FeedPosition.DuePage;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Polls one feed or sitemap once: what is new in it is published, then the pages that it names. Each step is published with the position behind it, so that a
 * poll that is killed goes on where it was. Thread-safe, for different sources.
 */
public final class FeedPoll {
    /** Items that are published at a time, and pages that are due at most. */
    private static final int BATCH = 100;

    private static final int MOST_TRIES = 3;

    private final FetchClient web;
    private final @Nullable PageFetcher pages;
    private final PollSchedule rhythm;
    private final int most;
    private final SourcePublisher outlet;
    private final InstantSource clock;
    private final BooleanSupplier goOn;

    /**
     * How feeds are polled.
     *
     * @param pages null where items are enough
     * @param most bytes of a feed
     * @param goOn asked between requests
     */
    public FeedPoll(
            FetchClient web,
            @Nullable PageFetcher pages,
            PollSchedule rhythm,
            int most,
            SourcePublisher outlet,
            InstantSource clock,
            BooleanSupplier goOn) {
        this.web = web;
        this.pages = pages;
        this.rhythm = rhythm;
        this.most = most;
        this.outlet = outlet;
        this.clock = clock;
        this.goOn = goOn;
    }

    /** When a source is to be polled next; empty where it has ended. */
    Optional<Instant> due(SourceState state) {
        FeedPosition position = FeedPosition.of(state, rhythm.every());
        return position.gone() ? Optional.empty() : Optional.of(position.next());
    }

    /** Polls a source, and returns how it stands then. */
    SourceState poll(SourceState before) {
        Course course = new Course(before);
        course.poll();
        return course.state;
    }

    /** One poll on its way. */
    private final class Course {
        private SourceState state;
        private FeedPosition position;

        Course(SourceState state) {
            this.state = state;
            this.position = FeedPosition.of(state, rhythm.every());
        }

        void poll() {
            FetchResult fetched = web.fetch(new Request(state.id(), position.etag(), position.lastModified(), most));
            Optional<Answer> answer = fetched.answer();
            if (answer.isPresent()) {
                take(answer.get());
            } else if (goOn.getAsBoolean()) {
                fail(List.of(), fetched.refusal().map(FeedPoll::sentence).orElse(""), null);
            }
        }

        private void take(Answer answer) {
            if (answer.status() == 304) {
                Duration interval = rhythm.interval(Duration.ofSeconds(position.interval()), false);
                Instant next = rhythm.afterAnswer(clock.instant(), interval, answer.headers());
                position = position.read(position.etag(), position.lastModified(), interval, next);
                publish(List.of());
                fetchPages();
            } else if (answer.status() == 410) {
                position = position.ended();
                state = state.failed(clock.instant(), "the feed has ended: the server answers 410")
                        .at(position.text());
                outlet.publish(List.of(), state);
            } else if (answer.status() == 200) {
                read(answer);
            } else {
                fail(
                        List.of(),
                        "the server answers " + answer.status(),
                        answer.headers().retryAfter());
            }
        }

        private void read(Answer answer) {
            FeedDocument document = FeedDocument.of(state.id(), answer.body(), answer.fetched(), most);
            List<Delivery> items = new ArrayList<>(document.items());
            Optional<String> complaint = addParts(document.parts(), items);
            Map<String, Delivery> marked = items.stream()
                    .collect(
                            Collectors.toMap(FeedPosition::mark, Function.identity(), (a, b) -> a, LinkedHashMap::new));
            Set<String> known = Set.copyOf(position.sent());
            List<Delivery> fresh = marked.entrySet().stream()
                    .filter(item -> !known.contains(item.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!items.isEmpty() && items.stream().allMatch(item -> item.refusal() != null)) {
                position = position.sent(fresh, position.due(), marked.keySet());
                fail(fresh, message(items.get(0)), null);
                return;
            }
            if (state.position() == null && document.kind() != state.kind()) {
                state = SourceState.fresh(state.id(), document.kind());
            }
            for (int from = 0; from == 0 || from < fresh.size(); from += BATCH) {
                List<Delivery> batch = fresh.subList(from, Math.min(fresh.size(), from + BATCH));
                if (from + BATCH >= fresh.size()) {
                    behind(answer, document, !fresh.isEmpty());
                }
                position = position.sent(batch, due(batch), marked.keySet());
                publish(batch);
                fetchPages();
                if (!goOn.getAsBoolean()) {
                    return; // not behind the document yet: the next poll goes on in it
                }
            }
            complaint.ifPresent(why -> {
                state = state.failed(clock.instant(), why);
                outlet.publish(List.of(), state);
            });
        }

        /** An index of sitemaps does not tell by itself whether one of them changed. */
        private void behind(Answer answer, FeedDocument document, boolean isNew) {
            boolean whole = document.parts().isEmpty();
            Duration interval = rhythm.interval(Duration.ofSeconds(position.interval()), isNew);
            position = position.read(
                    whole ? answer.headers().etag() : null,
                    whole ? answer.headers().lastModified() : null,
                    interval,
                    rhythm.afterAnswer(clock.instant(), interval, answer.headers()));
        }

        /** Adds what the sitemaps of an index list; a sentence on one that could not be had. */
        private Optional<String> addParts(List<String> parts, List<Delivery> items) {
            String complaint = null;
            for (String part : parts) {
                FetchResult fetched = web.fetch(Request.of(part, most));
                Optional<Answer> answer = fetched.answer().filter(Answer::isSuccess);
                if (answer.isPresent()) {
                    FeedDocument.of(part, answer.get().body(), answer.get().fetched(), most).items().stream()
                            .filter(item ->
                                    item.refusal() == null || item.refusal().reason() != Reason.NOT_A_FEED)
                            .forEach(items::add);
                } else {
                    complaint = part + ": "
                            + fetched.refusal()
                                    .map(Refusal::message)
                                    .orElse("the server answers "
                                            + fetched.answer()
                                                    .map(Answer::status)
                                                    .orElse(0));
                }
            }
            return Optional.ofNullable(complaint);
        }

        private List<DuePage> due(List<Delivery> batch) {
            if (pages == null) {
                return List.of();
            }
            Map<String, DuePage> due = new LinkedHashMap<>();
            Stream.concat(
                            position.due().stream(),
                            batch.stream()
                                    .filter(item -> item.refusal() == null
                                            && !item.key().startsWith("sha256:"))
                                    .map(DuePage::of))
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
                PageFetcher.Page page = pages.fetch(due.url(), due.about(state.id()));
                boolean refused = page.delivery().refusal() != null;
                if (refused && !goOn.getAsBoolean()) {
                    return;
                }
                boolean again = refused && page.mayComeLater() && due.tries() + 1 < MOST_TRIES;
                position = position.due(position.due().stream()
                        .filter(other -> again || !other.url().equals(due.url()))
                        .map(other -> other.url().equals(due.url()) ? due.triedAgain() : other)
                        .toList());
                publish(again ? List.of() : List.of(page.delivery()));
            }
        }

        private void publish(List<Delivery> deliveries) {
            state = state.read(position.text(), clock.instant(), sent(deliveries), refused(deliveries));
            outlet.publish(deliveries, state);
        }

        private void fail(List<Delivery> refusals, String why, @Nullable String retryAfter) {
            Instant now = clock.instant();
            position = position.failed(rhythm.afterFailure(now, position.failures() + 1, retryAfter));
            if (!refusals.isEmpty()) {
                state = state.read(position.text(), now, 0, refused(refusals));
            }
            state = state.failed(now, why).at(position.text());
            outlet.publish(refusals, state);
        }
    }

    private static String sentence(Refusal refusal) {
        return refusal.message() + (refusal.reason() == Reason.TOO_LARGE ? "; --feed-bytes sets the limit" : "");
    }

    private static String message(Delivery refused) {
        return Optional.ofNullable(refused.refusal()).map(Refusal::message).orElse("");
    }

    private static long sent(List<Delivery> deliveries) {
        return deliveries.stream().filter(d -> d.refusal() == null).count();
    }

    private static Map<String, Long> refused(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(Delivery::refusal)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.groupingBy(
                        refusal -> refusal.reason().name().toLowerCase(Locale.ROOT), Collectors.counting()));
    }
}
