package io.newsfold.text.article;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells text with tags from text without, and how much of it readers see. */
final class Markup {
    private static final Pattern BLOCK_TAG = Pattern.compile(
            "<(?:/p|p|br|/?div|/h[1-6]|/li|/ul|/article|/section|/body|!doctype html|/figure|/blockquote|/table)\\b",
            Pattern.CASE_INSENSITIVE);

    /** How programs write that more text was left out. */
    private static final Pattern CUT = Pattern.compile(
            "(?:…|\\.\\.\\.)?\\s{0,9}\\[\\+?[\\d,.]{1,12} ?(?:more )?(?:chars|characters|words)\\]\\s*$");

    private static final int LONGEST_CUT = 60;

    private Markup() {}

    static boolean isIn(String text) {
        Matcher tags = BLOCK_TAG.matcher(text);
        String start = text.stripLeading();
        boolean begins = start.startsWith("<p") || start.startsWith("<div") || start.startsWith("<html");
        return tags.find() && (begins || tags.find());
    }

    /** How many letters and digits stand outside of tags, scripts and styles. */
    static int visible(String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        int lastScript = lower.lastIndexOf("</script");
        int lastStyle = lower.lastIndexOf("</style");
        int count = 0;
        boolean inTag = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == '<') {
                inTag = true;
                if (i < lastScript && lower.startsWith("<script", i)) {
                    i = lower.indexOf("</script", i);
                } else if (i < lastStyle && lower.startsWith("<style", i)) {
                    i = lower.indexOf("</style", i);
                }
            } else if (c == '>') {
                inTag = false;
            } else if (!inTag && Character.isLetterOrDigit(c)) {
                count++;
            }
        }
        return count;
    }

    static boolean isCut(String text) {
        return CUT.matcher(tail(text)).find();
    }

    /** The text without the remark that more was left out. */
    static String withoutCut(String text) {
        String tail = tail(text);
        return text.substring(0, text.length() - tail.length())
                + CUT.matcher(tail).replaceFirst("");
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - LONGEST_CUT));
    }
}
