package io.newsfold.text;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a text that are written in digits, of any script. */
public final class Figures {
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,:٫٬]\\p{Nd}+)*");

    private Figures() {}

    /** As they are written, but in the digits 0 to 9; each once. */
    public static SortedSet<String> of(String text) {
        TreeSet<String> figures = new TreeSet<>();
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            figures.add(inAscii(figure.group()));
        }
        return Collections.unmodifiableSortedSet(figures);
    }

    private static String inAscii(String figure) {
        StringBuilder ascii = new StringBuilder(figure.length());
        figure.codePoints()
                .forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }
}
