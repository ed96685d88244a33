package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.newsfold.contract.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits a stream of JSON Lines into lines, numbered from 1. */
final class JsonLines {
    private final InputStream in;
    private int count;

    /**
     * A line.
     *
     * @param number from 1
     * @param bytes without the line feed; of a line that is too large only the beginning
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes as delivered; compared by nobody
    record Line(int number, byte[] bytes) {
        boolean isTooLarge() {
            return bytes.length > Limits.BODY_BYTES;
        }

        boolean isBlank() {
            return new String(bytes, ISO_8859_1).isBlank();
        }
    }

    /** @param in buffered; not closed here */
    JsonLines(InputStream in) {
        this.in = in;
    }

    /** How many lines have been read. */
    int count() {
        return count;
    }

    /** The next line; empty at the end of the stream. */
    Optional<Line> next() throws IOException {
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() <= Limits.BODY_BYTES) {
                line.write(b);
            }
        }
        count++;
        return Optional.of(new Line(count, line.toByteArray()));
    }
}
