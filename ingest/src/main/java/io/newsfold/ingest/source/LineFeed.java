package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import java.io.ByteArrayOutputStream;
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

    /**
     * @param in read to its end, not closed
     * @param origin what the stream is called
     * @param clock tells when lines are fetched that do not say so
     */
    public LineFeed(InputStream in, String origin, Clock clock) {
        this.in = in;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Gives each delivery to {@code taker}.
     *
     * @throws InputException where the stream cannot be read
     */
    public void read(Consumer<Delivery> taker) {
        int number = 0;
        Instant last = Instant.MIN;
        try {
            for (Optional<byte[]> line = next(in); line.isPresent(); line = next(in)) {
                number++;
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                last = now.isAfter(last)
                        ? now
                        : last.plus(1, ChronoUnit.MICROS); // of two versions the later line is the later
                deliver(line.get(), origin + ":" + number, last, taker);
            }
        } catch (IOException e) {
            throw new InputException(origin + " breaks off after " + number + " lines: " + e.getMessage(), e);
        }
    }

    private static void deliver(byte[] line, String place, Instant fetched, Consumer<Delivery> taker) {
        if (line.length > Limits.BODY_BYTES) {
            String tooLarge = "more than " + Limits.BODY_BYTES + " bytes";
            taker.accept(Delivery.refused(About.of(fetched, place, null), Reason.TOO_LARGE, tooLarge));
        } else if (!new String(line, ISO_8859_1).isBlank()) {
            new ArticleJson(place, line, fetched, null).read(taker);
        }
    }

    /** The next line without its end; of a line that is too long only enough to see that it is. */
    static Optional<byte[]> next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() <= Limits.BODY_BYTES) {
                line.write(b);
            }
        }
        return Optional.of(line.toByteArray());
    }
}
