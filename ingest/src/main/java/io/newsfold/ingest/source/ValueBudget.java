package io.newsfold.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of values of which each has a largest size, however many there are. */
final class ValueBudget extends FilterInputStream {
    private final int bytes;
    private long left;

    /** @param bytes most that is read for one value, buffers included */
    ValueBudget(InputStream in, int bytes) {
        super(in);
        this.bytes = bytes;
        this.left = bytes;
    }

    /** The next value begins. */
    void renew() {
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (left <= 0) {
            throw new IOException("a value of more than " + bytes + " bytes");
        }
        int read = super.read(into, from, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
