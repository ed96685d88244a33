package io.newsfold.contract;

import java.util.stream.IntStream;

/** Tells bytes that are no text in any encoding. */
public final class BinaryData {
    private static final int LOOKED_AT = 4_000;
    private static final int UNIT = 4; // bytes of a character of UTF-32
    private static final int FEW = 20; // one control character in so many is no text

    private BinaryData() {}

    /**
     * Whether one byte in twenty or more at the start is a control character that no text has. In UTF-16 and UTF-32
     * one place of four at least has hardly any zeros, so these count only as far as all four have them.
     */
    public static boolean is(byte[] bytes) {
        int length = Math.min(bytes.length, LOOKED_AT);
        int controls = 0;
        int[] zeros = new int[UNIT];
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                zeros[i % UNIT]++;
            } else if (isControl(bytes[i])) {
                controls++;
            }
        }
        int counted = controls + UNIT * IntStream.of(zeros).min().orElse(0);
        return counted * FEW > length;
    }

    /** Of ASCII, without tabs, ends of lines and pages, and the escapes of Japanese encodings. */
    private static boolean isControl(byte b) {
        return b > 0 && b < ' ' && (b < '\t' || b > '\r') && b != 0x1B && b != 0x0E && b != 0x0F || b == 0x7F;
    }
}
