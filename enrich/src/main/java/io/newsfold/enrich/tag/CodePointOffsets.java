package io.newsfold.enrich.tag;

import io.newsfold.contract.Entity;

/** Converts offsets in chars, as Java has them, to offsets in code points, as our records have them. */
final class CodePointOffsets {
    private final int[] codePoints; // for each char index, the number of code points before it

    CodePointOffsets(String text) {
        codePoints = new int[text.length() + 1];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            codePoints[i] = count;
            count += Character.isHighSurrogate(text.charAt(i)) ? 0 : 1;
            codePoints[i + 1] = count;
        }
    }

    /** The mention from one char index to another. */
    Entity.Mention mention(int start, int end) {
        return new Entity.Mention(codePoints[start], codePoints[end]);
    }
}
