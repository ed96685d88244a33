package io.newsfold.ingest.source;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.text.article.FieldMapping;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Articles as JSON Lines from a stream, each given as soon as its line has ended. */
public final class LineFeed {
    private final InputStream in;
    private final String origin;
    private final Clock clock;
    private final FieldMapping asked;

    /** A stream whose fields have the names that are known. */
    public LineFeed(InputStream in, String origin, Clock clock) {
        this(in, origin, clock, FieldMapping.NONE);
    }

    /**
     * A stream that has not been read yet.
     *
     * @param in read to its end, not closed
     * @param origin name of the stream
     * @param clock gives the fetch time of lines that have none
     * @param asked where a user says that the fields of articles stand
     */
    public LineFeed(InputStream in, String origin, Clock clock, FieldMapping asked) {
        this.in = in;
        this.origin = origin;
        this.clock = clock;
        this.asked = asked;
    }

    /**
     * Gives each delivery to {@code receiver}.
     *
     * @throws InputException where the stream cannot be read
     */
    public void read(Consumer<Delivery> receiver) {
        JsonLines lines = new JsonLines(in);
        JsonArticles articles = new JsonArticles(null, asked, receiver);
        Instant last = Instant.MIN;
        try {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                last = later(clock.instant().truncatedTo(ChronoUnit.MICROS), last);
                deliver(line.get(), last, articles, receiver);
            }
        } catch (IOException e) {
            throw new InputException(
                    origin + " cannot be read after " + lines.count() + " lines: " + e.getMessage(), e);
        }
    }

    /** Of two versions of an article, the later line must be the later version. */
    private static Instant later(Instant now, Instant last) {
        return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    private void deliver(JsonLines.Line line, Instant fetched, JsonArticles articles, Consumer<Delivery> receiver) {
        String lineOrigin = origin + ":" + line.number();
        if (line.isTooLarge()) {
            receiver.accept(Delivery.tooLarge(About.of(fetched, lineOrigin, null), Limits.BODY_BYTES));
        } else if (!line.isBlank()) {
            articles.add(lineOrigin, line.bytes(), fetched);
        }
    }
}
