package io.newsfold.enrich.entity.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, of up to 64 MiB; longer ones are empty, so that no input takes more memory. Not thread-safe. */
final class LineInput {
    static final int LONGEST = 64 << 20;
    private static final int BUFFER = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[BUFFER];
    private int next;
    private int filled;

    LineInput(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, or null where there is none. */
    byte @Nullable [] next() throws IOException {
        int length = 0;
        boolean isTooLong = false;
        boolean hasAny = false;
        while (true) {
            if (next == filled && !fill()) {
                return hasAny ? Arrays.copyOf(line, isTooLong ? 0 : length) : null;
            }
            hasAny = true;
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int part = end - next;
            isTooLong |= length + part > LONGEST;
            if (!isTooLong) {
                if (length + part > line.length) {
                    line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(2 * line.length, length + part)));
                }
                System.arraycopy(buffer, next, line, length, part);
                length += part;
            }
            next = end;
            if (end < filled) {
                next++;
                return Arrays.copyOf(line, isTooLong ? 0 : length);
            }
        }
    }

    /** Passes a line over; false where there is none. */
    boolean skip() throws IOException {
        boolean hasAny = false;
        while (next < filled || fill()) {
            hasAny = true;
            while (next < filled) {
                if (buffer[next++] == '\n') {
                    return true;
                }
            }
        }
        return hasAny;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
