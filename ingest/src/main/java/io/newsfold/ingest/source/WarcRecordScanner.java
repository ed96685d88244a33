package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * Finds where records of a WARC file can begin, by the first bytes of a plain or compressed record. So a broken record
 * does not cost the records after it.
 */
final class WarcRecordScanner {
    private static final String GZIP = "\u001f\u008b\b";
    private static final String ZSTD = "(\u00b5/\u00fd";
    private static final String ZSTD_DICTIONARY = "]*M\u0018";
    private static final String PLAIN = "\nWARC/";
    private static final int WINDOW = 1 << 16;
    private static final long MAX_ZSTD_WINDOW = 64L << 20;

    private final FileChannel channel;

    /** First bytes of each record in this file. */
    private final String signature;

    WarcRecordScanner(FileChannel channel) throws IOException {
        this.channel = channel;
        String first = bytes(0, 4);
        this.signature = signature(first);
    }

    private static String signature(String first) {
        if (first.startsWith(GZIP)) {
            return GZIP;
        }
        return first.equals(ZSTD) || first.equals(ZSTD_DICTIONARY) ? ZSTD : PLAIN;
    }

    /** Whether reading can begin at {@code position}. */
    boolean isStart(long position) throws IOException {
        return signature.equals(PLAIN)
                || position == 0
                || bytes(position, signature.length()).equals(signature);
    }

    /** The first position from {@code from} on at which a record can begin; empty where there is none. */
    OptionalLong next(long from) throws IOException {
        int skipped = signature.equals(PLAIN) ? 1 : 0;
        long begin = Math.max(0, from - skipped);
        while (begin < channel.size()) {
            String window = bytes(begin, WINDOW);
            for (int i = window.indexOf(signature); i >= 0; i = window.indexOf(signature, i + 1)) {
                if (isRecord(begin + i)) {
                    return OptionalLong.of(begin + i + skipped);
                }
            }
            begin += WINDOW - signature.length();
        }
        return OptionalLong.empty();
    }

    /** Any large file holds by chance the three bytes with which gzip begins. */
    private boolean isRecord(long position) {
        if (!signature.equals(GZIP)) {
            return true;
        }
        try {
            channel.position(position);
            // not closed: the channel is the caller's
            byte[] begin = new GZIPInputStream(Channels.newInputStream(channel)).readNBytes(5);
            return new String(begin, ISO_8859_1).equals("WARC/");
        } catch (IOException notGzip) {
            return false;
        }
    }

    /** @throws IOException where the record at {@code position} {@linkplain #isUnsupported cannot be unpacked} */
    void mustBeSupported(long position) throws IOException {
        if (isUnsupported(position)) {
            throw new IOException(
                    "zstd with a window of more than " + MAX_ZSTD_WINDOW + " bytes, or a dictionary that is not there");
        }
    }

    /**
     * Whether the zstd frame at {@code position} needs a larger window than allowed, or a dictionary that is missing.
     */
    boolean isUnsupported(long position) throws IOException {
        String head = bytes(position, 6);
        if (!signature.equals(ZSTD) || !head.startsWith(ZSTD) || head.length() < 6) {
            return false;
        }
        int descriptor = head.charAt(4);
        boolean needsDictionary = (descriptor & 3) != 0;
        boolean singleSegment = (descriptor & 0x20) != 0; // such a frame gives no window
        return needsDictionary && !bytes(0, 4).equals(ZSTD_DICTIONARY)
                || !singleSegment && window(head.charAt(5)) > MAX_ZSTD_WINDOW;
    }

    /** Window size in bytes by RFC 8878, section 3.1.1.1.2. */
    private static long window(int descriptor) {
        long base = 1L << (10 + (descriptor >> 3));
        return base + base / 8 * (descriptor & 7);
    }

    private String bytes(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // fills the buffer, or ends with the file
        }
        return new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
    }
}
