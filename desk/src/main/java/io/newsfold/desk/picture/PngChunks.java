package io.newsfold.desk.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/** The chunks of a PNG file. */
final class PngChunks {
    private static final int SIGNATURE = 8;

    /** Bytes of a chunk besides its content: length, type and checksum. */
    private static final int FRAME = 12;

    /** All that the pixels need; others are metadata, in which a decoder trusts lengths and unpacks texts. */
    private static final Set<String> OF_PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunks() {}

    /**
     * The file without metadata.
     *
     * @throws NoPictureException where a chunk is longer than the file
     */
    static byte[] decodable(byte[] body) throws NoPictureException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(body.length);
        kept.write(body, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at + FRAME <= body.length) {
            long length = Integer.toUnsignedLong(ByteBuffer.wrap(body).getInt(at));
            if (length > body.length - at - FRAME) {
                throw NoPictureException.lasting("broken PNG: a chunk of " + length + " bytes is longer than the file");
            }
            if (OF_PIXELS.contains(new String(body, at + 4, 4, ISO_8859_1))) {
                kept.write(body, at, (int) length + FRAME);
            }
            at += (int) length + FRAME;
        }
        return kept.toByteArray();
    }
}
