package io.newsfold.desk.picture;

import java.io.ByteArrayOutputStream;

/** The segments of a JPEG file. */
final class JpegSegments {
    private static final int COMMENT = 0xFE;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ADOBE = 0xEE; // how the colours are coded
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;

    /** Scans of a picture. A progressive one has about ten; each of thousands would take as long as a whole picture. */
    private static final int MAX_SCANS = 100;

    private JpegSegments() {}

    /**
     * The file without metadata, colour profiles among them.
     *
     * @throws NoPictureException where a segment is broken, or there are too many scans
     */
    static byte[] decodable(byte[] body) throws NoPictureException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(body.length);
        kept.write(body, 0, 2);
        int at = 2;
        while (at + 4 <= body.length && unsigned(body, at) == 0xFF) {
            int marker = unsigned(body, at + 1);
            if (marker == 0xFF) {
                at++; // padding
                continue;
            }
            if (marker == START_OF_SCAN) {
                requireFewScans(body, at);
                kept.write(body, at, body.length - at);
                return kept.toByteArray();
            }
            int length = 2 + (unsigned(body, at + 2) << 8 | unsigned(body, at + 3));
            if (length > body.length - at) {
                break;
            }
            if (!isMetadata(marker)) {
                kept.write(body, at, length);
            }
            at += length;
        }
        throw NoPictureException.lasting("broken JPEG: no scan begins before byte " + body.length);
    }

    private static boolean isMetadata(int marker) {
        return marker == COMMENT || (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION && marker != ADOBE);
    }

    /** A marker within a scan is one: the bytes of pixels are coded so that they never look like it. */
    private static void requireFewScans(byte[] body, int from) throws NoPictureException {
        int scans = 0;
        for (int at = from; at + 1 < body.length; at++) {
            if (unsigned(body, at) == 0xFF && unsigned(body, at + 1) == START_OF_SCAN) {
                scans++;
            }
        }
        if (scans > MAX_SCANS) {
            throw NoPictureException.lasting("a JPEG of " + scans + " scans; at most " + MAX_SCANS + " are decoded");
        }
    }

    private static int unsigned(byte[] body, int at) {
        return Byte.toUnsignedInt(body[at]);
    }
}
