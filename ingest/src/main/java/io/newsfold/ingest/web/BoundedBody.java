package io.newsfold.ingest.web;

import io.newsfold.contract.Limits;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads a body into memory and unpacks it, up to a size. */
final class BoundedBody {
    /** Bytes from which on the ratio of unpacked to received bytes is checked. */
    private static final int RATIO_APPLIES_FROM = 1 << 20;

    private static final int BUFFER = 1 << 14;

    /** A body is larger than allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** Counts the bytes that a server sent. */
    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private BoundedBody() {}

    /**
     * Reads {@code in} to its end.
     *
     * @param gzip whether it is compressed with gzip
     * @param maxBytes bytes that the body may have when unpacked
     * @throws TooLargeException where there are more, or where it unpacks to too many times its size
     */
    static byte[] read(InputStream in, boolean gzip, int maxBytes) throws IOException {
        CountingStream received = new CountingStream(in);
        InputStream unpacked = gzip ? new GZIPInputStream(received, 1 << 12) : received;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
            body.write(buffer, 0, read);
            if (body.size() > maxBytes) {
                throw new TooLargeException("more than " + maxBytes + " bytes");
            }
            if (body.size() > RATIO_APPLIES_FROM && body.size() > Limits.FETCH_RATIO * received.count) {
                throw new TooLargeException("it unpacks to more than " + Limits.FETCH_RATIO + " times its size");
            }
        }
        return body.toByteArray();
    }
}
