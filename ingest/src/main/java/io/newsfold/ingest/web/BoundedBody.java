package io.newsfold.ingest.web;

import io.newsfold.contract.Limits;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A body taken whole, up to a size: as it came, and unpacked. */
final class BoundedBody {
    private static final int RATIO_APPLIES_FROM = 1 << 20;

    /** There is more of it than is taken. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    /** Counts what a server sent. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
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
     * All of {@code in}.
     *
     * @param gzip whether it is packed so
     * @param most bytes that it may have when unpacked
     */
    static byte[] read(InputStream in, boolean gzip, int most) throws IOException {
        Counted sent = new Counted(in);
        InputStream unpacked = gzip ? new GZIPInputStream(sent, 1 << 12) : sent;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
            body.write(buffer, 0, read);
            if (body.size() > most) {
                throw new TooLarge("more than " + most + " bytes");
            }
            if (body.size() > RATIO_APPLIES_FROM && body.size() > Limits.FETCH_RATIO * sent.count) {
                throw new TooLarge("it unpacks to more than " + Limits.FETCH_RATIO + " times its size");
            }
        }
        return body.toByteArray();
    }
}
