package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/** Where records of a WARC file can begin: found by their first bytes, plain or packed, so that a broken one costs only itself. */
final class WarcRecordScanner {
    private static final String GZIP = "\u001f\u008b\b";
    private static final String ZSTD = "(\u00b5/\u00fd";
    private static final String ZSTD_DICTIONARY = "]*M\u0018";
    private static final String PLAIN = "\nWARC/";
    private static final int WINDOW = 1 << 16;
    private static final long MOST_ZSTD_WINDOW = 64L << 20;

    private final FileChannel channel;
    private final String start;

    WarcRecordScanner(FileChannel channel) throws IOException {
        this.channel = channel;
        String first = bytes(0, 4);
        this.start = first.startsWith(GZIP) ? GZIP : first.equals(ZSTD) || first.equals(ZSTD_DICTIONARY) ? ZSTD : PLAIN;
    }

    /** Whether one can begin to read at {@code position}. */
    boolean at(long position) throws IOException {
        return start.equals(PLAIN)
                || position == 0
                || bytes(position, start.length()).equals(start);
    }

    /** The first start at {@code from} or behind it. */
    OptionalLong next(long from) throws IOException {
        int skipped = start.equals(PLAIN) ? 1 : 0;
        long begin = Math.max(0, from - skipped);
        while (begin < channel.size()) {
            String window = bytes(begin, WINDOW);
            for (int i = window.indexOf(start); i >= 0; i = window.indexOf(start, i + 1)) {
                if (isRecord(begin + i)) {
                    return OptionalLong.of(begin + i + skipped);
                }
            }
            begin += WINDOW - start.length();
        }
        return OptionalLong.empty();
    }

    /** The three bytes by which gzip begins are found by chance in any large file. */
    private boolean isRecord(long position) {
        if (!start.equals(GZIP)) {
            return true;
        }
        try {
            channel.position(position);
            // not closed: the channel is the caller's
            byte[] word = new GZIPInputStream(Channels.newInputStream(channel)).readNBytes(5);
            return new String(word, ISO_8859_1).equals("WARC/");
        } catch (IOException notGzip) {
            return false;
        }
    }

    /** @throws IOException where the piece at {@code position} needs more memory than it is given, or a dictionary that is not there */
    void refuseUnsupported(long position) throws IOException {
        if (isUnsupported(position)) {
            throw new IOException("zstd with a window of more than " + MOST_ZSTD_WINDOW
                    + " bytes, or a dictionary that is not there");
        }
    }

    boolean isUnsupported(long position) throws IOException {
        String head = bytes(position, 6);
        if (!start.equals(ZSTD) || !head.startsWith(ZSTD) || head.length() < 6) {
            return false;
        }
        int descriptor = head.charAt(4);
        boolean dictionary = (descriptor & 3) != 0;
        boolean onePiece = (descriptor & 0x20) != 0; // then it has no window of its own
        return dictionary && !bytes(0, 4).equals(ZSTD_DICTIONARY)
                || !onePiece && window(head.charAt(5)) > MOST_ZSTD_WINDOW;
    }

    /** RFC 8878, 3.1.1.1.2. */
    private static long window(int descriptor) {
        long base = 1L << (10 + (descriptor >> 3));
        return base + base / 8 * (descriptor & 7);
    }

    private String bytes(long position, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // fills the buffer, or ends with the file
        }
        return new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
    }
}
