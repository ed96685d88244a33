package io.newsfold.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which only so many bytes are read. Where there are more, it ends there or fails. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private final boolean fails;
    private long count;

    private LimitedStream(InputStream in, long limit, boolean fails) {
        super(in);
        this.limit = limit;
        this.fails = fails;
    }

    /** Ends after {@code limit} bytes. */
    static LimitedStream endingAfter(long limit, InputStream in) {
        return new LimitedStream(in, limit, false);
    }

    /**
     * Throws {@link IOException} when more than {@code limit} bytes come out of a decompressor: a few kilobytes can
     * hold any number of zeros.
     */
    static LimitedStream failingAfter(long limit, InputStream unpacked) {
        return new LimitedStream(unpacked, limit, true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (!fails && count >= limit) {
            return -1;
        }
        int read = super.read(into, from, fails ? length : (int) Math.min(length, limit - count));
        count += Math.max(0, read);
        if (count > limit) {
            throw new IOException("more than " + limit + " bytes when unpacked");
        }
        return read;
    }
}
