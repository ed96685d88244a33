package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Sha256;
import io.newsfold.contract.SourceState;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.Delivery.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the next poll of a feed goes on.
 *
 * @param etag of the document that was read to its end; null for none
 * @param lastModified of that document; null for none
 * @param interval seconds between the last polls
 * @param next when to poll again
 * @param failures failed polls in a row
 * @param gone whether the feed has ended
 * @param sent marks of the items that were sent, the oldest first
 * @param due pages that remain to be fetched
 */
record FeedPosition(
        @Nullable String etag,
        @Nullable String lastModified,
        long interval,
        Instant next,
        int failures,
        boolean gone,
        List<String> sent,
        List<DuePage> due) {

    /** Marks to keep beyond those of the document: a feed may drop an item and list it again. */
    private static final int FORMER_MARKS = 500;

    /**
     * A page that a feed links to, with what the feed says about it.
     *
     * @param url canonical
     * @param published publication date as written; null for none, as for the next five
     * @param publisher who stands behind the site
     * @param headline headline
     * @param author author
     * @param sourceId id that the feed gave the item
     * @param language BCP 47
     * @param tries how many fetches of it failed
     */
    record DuePage(
            String url,
            @Nullable String published,
            @Nullable String publisher,
            @Nullable String headline,
            @Nullable String author,
            @Nullable String sourceId,
            @Nullable String language,
            int tries) {
        private static final int MAX_CHARS = 300; // positions must stay small

        static DuePage of(Delivery item) {
            About about = item.about();
            return new DuePage(
                    Objects.requireNonNullElse(item.address(), item.key()),
                    cut(about.published()),
                    cut(about.publisher()),
                    cut(about.headline()),
                    cut(about.author()),
                    cut(about.sourceId()),
                    about.language(),
                    0);
        }

        private static @Nullable String cut(@Nullable String text) {
            return text == null || text.codePointCount(0, text.length()) <= MAX_CHARS
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, MAX_CHARS));
        }

        About about(String feed) {
            return new About(Instant.EPOCH, url, null, published, publisher, headline, author, feed, sourceId)
                    .inLanguage(language);
        }

        DuePage triedAgain() {
            return new DuePage(url, published, publisher, headline, author, sourceId, language, tries + 1);
        }
    }

    FeedPosition {
        sent = List.copyOf(sent);
        due = List.copyOf(due);
    }

    /** @param every first interval of a feed that has no position yet */
    static FeedPosition of(SourceState state, Duration every) {
        String position = state.position();
        return position == null
                ? new FeedPosition(null, null, every.toSeconds(), Instant.EPOCH, 0, false, List.of(), List.of())
                : Json.read(position.getBytes(UTF_8), FeedPosition.class);
    }

    /** As {@link SourceState#position} holds it. */
    String text() {
        return Json.text(this);
    }

    /** A digest of an item's key and content, the same whenever and wherever in the feed the item is. */
    static String mark(Delivery item) {
        return Sha256.hex((item.key() + "\n" + content(item)).getBytes(UTF_8)).substring(0, 32);
    }

    private static String content(Delivery item) {
        Refusal refusal = item.refusal();
        if (refusal != null) {
            return refusal.reason() + "\n" + refusal.message();
        }
        byte[] body = item.body();
        return Sha256.hex(body == null ? new byte[0] : body) + "\n"
                + item.about().headline();
    }

    /**
     * The position after these items were sent.
     *
     * @param pages all pages that are due now
     * @param document marks of all items of the document; of other marks only the last are kept
     */
    FeedPosition sent(List<Delivery> items, List<DuePage> pages, Set<String> document) {
        LinkedHashSet<String> marks = new LinkedHashSet<>(sent);
        items.forEach(item -> marks.add(mark(item)));
        List<String> former =
                marks.stream().filter(mark -> !document.contains(mark)).toList();
        marks.removeAll(new LinkedHashSet<>(former.subList(0, Math.max(0, former.size() - FORMER_MARKS))));
        return with(List.copyOf(marks), pages);
    }

    /** The position after a failed fetch of {@code page}, which remains due. */
    FeedPosition triedAgain(DuePage page) {
        return with(
                sent,
                due.stream()
                        .map(other -> other.url().equals(page.url()) ? page.triedAgain() : other)
                        .toList());
    }

    /** The position when {@code page} is not due any more. */
    FeedPosition without(DuePage page) {
        return with(
                sent,
                due.stream().filter(other -> !other.url().equals(page.url())).toList());
    }

    private FeedPosition with(List<String> marks, List<DuePage> pages) {
        return new FeedPosition(etag, lastModified, interval, next, failures, gone, marks, pages);
    }

    /** The position behind a document that was read to its end. */
    FeedPosition read(@Nullable String etag, @Nullable String lastModified, Duration interval, Instant next) {
        return new FeedPosition(etag, lastModified, interval.toSeconds(), next, 0, false, sent, due);
    }

    /** The position after a poll that failed. */
    FeedPosition failed(Instant next) {
        return new FeedPosition(etag, lastModified, interval, next, failures + 1, gone, sent, due);
    }

    /** The position of a feed that has ended. */
    FeedPosition ended() {
        return new FeedPosition(etag, lastModified, interval, next, failures, true, sent, new ArrayList<>());
    }
}
