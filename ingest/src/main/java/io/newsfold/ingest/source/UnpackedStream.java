package io.newsfold.ingest.source;

import io.newsfold.contract.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a compressed file, up to a limit: a few kilobytes can hold any number of zeros. */
final class UnpackedStream extends FilterInputStream {
    private final long most;
    private long taken;

    /** @param packed bytes of the compressed file */
    UnpackedStream(InputStream in, long packed) {
        super(in);
        this.most = Math.max(Limits.UNPACKED_BYTES, Limits.UNPACKED_RATIO * packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        taken += Math.max(0, read);
        if (taken > most) {
            throw new IOException("more than " + most + " bytes when unpacked");
        }
        return read;
    }
}
