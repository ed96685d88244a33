package io.newsfold.desk.web;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a text: {@code ID}, the article as it is now, or {@code ID@N}, its version N.
 *
 * @param article its id
 * @param revision number of the version, from 1; null for the one that counts
 */
record TextReference(String article, @Nullable Integer revision) {
    private static final int MAX_DIGITS = 9;

    /** @throws RequestException 400 where the version is not a number */
    static TextReference of(String text) {
        int at = text.lastIndexOf('@');
        return at < 0
                ? new TextReference(text, null)
                : new TextReference(text.substring(0, at), revision(text.substring(at + 1)));
    }

    /** @throws RequestException 400 where it is not a whole number from 1 */
    static int revision(String text) {
        boolean isNumber = text.length() <= MAX_DIGITS && text.matches("[1-9][0-9]*");
        if (!isNumber) {
            throw new RequestException(400, "a version is a whole number from 1, not " + text);
        }
        return Integer.parseInt(text);
    }

    /** The parameter that names this version. */
    static String text(String article, int revision) {
        return article + "@" + revision;
    }
}
