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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where to go on with a feed.
 *
 * @param etag of the document that was read to its end; null where there is none
 * @param lastModified of that document
 * @param interval seconds between polls, as it was last
 * @param next when to poll again
 * @param failures in a row
 * @param gone whether the feed has ended
 * @param sent marks of what was sent, the oldest first
 * @param due pages that are still to be fetched
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

    /** Marks that are kept beyond those of the document: a feed may drop an item and bring it back. */
    private static final int MORE_MARKS = 500;

    /**
     * A page that a feed named.
     *
     * @param tries how often it was asked for in vain
     */
    record DuePage(
            String url,
            @Nullable String published,
            @Nullable String publisher,
            @Nullable String headline,
            @Nullable String author,
            @Nullable String sourceId,
            int tries) {
        private static final int MOST_CHARS = 300; // of what may be long: positions are small

        static DuePage of(Delivery item) {
            About about = item.about();
            return new DuePage(
                    item.key(),
                    cut(about.published()),
                    cut(about.publisher()),
                    cut(about.headline()),
                    cut(about.author()),
                    cut(about.sourceId()),
                    0);
        }

        private static @Nullable String cut(@Nullable String text) {
            return text == null || text.codePointCount(0, text.length()) <= MOST_CHARS
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, MOST_CHARS));
        }

        About about(String feed) {
            return new About(Instant.EPOCH, url, null, published, publisher, headline, author, feed, sourceId);
        }

        DuePage triedAgain() {
            return new DuePage(url, published, publisher, headline, author, sourceId, tries + 1);
        }
    }

    FeedPosition {
        sent = List.copyOf(sent);
        due = List.copyOf(due);
    }

    static FeedPosition of(SourceState state, Duration every) {
        String position = state.position();
        return position == null
                ? new FeedPosition(null, null, every.toSeconds(), Instant.EPOCH, 0, false, List.of(), List.of())
                : Json.read(position.getBytes(UTF_8), FeedPosition.class);
    }

    String text() {
        return Json.text(this);
    }

    /** The same for the same content under the same key, whenever and wherever in the feed it stands. */
    static String mark(Delivery item) {
        Refusal refusal = item.refusal();
        byte[] body = item.body();
        String content = refusal != null
                ? refusal.reason() + "\n" + refusal.message()
                : Sha256.hex(body == null ? new byte[0] : body) + "\n"
                        + item.about().headline();
        return Sha256.hex((item.key() + "\n" + content).getBytes(UTF_8)).substring(0, 32);
    }

    /** After these items were sent too; of marks that {@code document} does not have, only the last are kept. */
    FeedPosition sent(List<Delivery> items, List<DuePage> pages, Set<String> document) {
        LinkedHashSet<String> marks = new LinkedHashSet<>(sent);
        items.forEach(item -> marks.add(mark(item)));
        List<String> others =
                marks.stream().filter(mark -> !document.contains(mark)).toList();
        marks.removeAll(new LinkedHashSet<>(others.subList(0, Math.max(0, others.size() - MORE_MARKS))));
        return with(List.copyOf(marks), pages);
    }

    /** With other pages due. */
    FeedPosition due(List<DuePage> pages) {
        return with(sent, pages);
    }

    private FeedPosition with(List<String> marks, List<DuePage> pages) {
        return new FeedPosition(etag, lastModified, interval, next, failures, gone, marks, pages);
    }

    /** Behind a document that was read to its end. */
    FeedPosition read(@Nullable String etag, @Nullable String lastModified, Duration interval, Instant next) {
        return new FeedPosition(etag, lastModified, interval.toSeconds(), next, 0, false, sent, due);
    }

    FeedPosition failed(Instant next) {
        return new FeedPosition(etag, lastModified, interval, next, failures + 1, gone, sent, due);
    }

    FeedPosition ended() {
        return new FeedPosition(etag, lastModified, interval, next, failures, true, sent, new ArrayList<>());
    }
}
