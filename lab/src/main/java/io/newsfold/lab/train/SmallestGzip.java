package io.newsfold.lab.train;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A gzip stream that takes its time to be small: for files that we ship. */
final class SmallestGzip extends GZIPOutputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    SmallestGzip(OutputStream out) throws IOException {
        super(out, BUFFER_BYTES);
        def.setLevel(Deflater.BEST_COMPRESSION);
    }
}
