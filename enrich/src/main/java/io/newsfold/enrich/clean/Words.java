package io.newsfold.enrich.clean;

import java.text.Normalizer;
import java.util.Locale;

/** What can be said of a string by its words alone. */
final class Words {
    private Words() {}

    static int count(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            if (letter && !inside) {
                words++;
            }
            inside = letter || inside && isJoiner(text.charAt(i));
        }
        return words;
    }

    private static boolean isJoiner(char c) {
        return c == '\'' || c == '’' || c == '-';
    }

    static boolean endsLikeSentence(String text) {
        int end = text.length() - 1;
        while (end > 0 && ("\"'”’»)]›“".indexOf(text.charAt(end)) >= 0 || Character.isWhitespace(text.charAt(end)))) {
            end--;
        }
        return end >= 0 && ".!?…。！？:;".indexOf(text.charAt(end)) >= 0;
    }

    /** Letters and digits only, lower case, one space between words: equal for strings that differ in typography only. */
    static String bare(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !bare.isEmpty()) {
                    bare.append(' ');
                }
                bare.append(c);
                gap = false;
            } else if (c != '\'' && c != '’') {
                gap = true;
            }
        }
        return bare.toString();
    }
}
