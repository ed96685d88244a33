package io.newsfold.enrich.clean.input;

import io.newsfold.contract.Flag;
import io.newsfold.text.charset.FlaggedText;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML without what the parser would misread: null characters, references to halves of characters, and elements without
 * an end that would swallow the page.
 */
public final class MarkupRepair {
    private static final String START = "&#";
    private static final Pattern REFERENCE =
            Pattern.compile("&#(?:0{0,9}(\\d{5})(?!\\d)|[xX]0{0,9}([dD][89a-fA-F][0-9a-fA-F]{2})(?![0-9a-fA-F]));?");

    private MarkupRepair() {}

    /** The same page; what had to be repaired is flagged. */
    public static FlaggedText repair(String html) {
        boolean nulls = html.indexOf('\0') >= 0;
        FlaggedText whole = nulls ? FlaggedText.of(html.replace("\0", "")).flagged(Flag.CONTROL) : FlaggedText.of(html);
        FlaggedText closed = new FlaggedText(UnclosedElements.close(whole.text()), whole.flags());
        return hasHalf(closed.text()) ? withoutHalves(closed) : closed;
    }

    /** Two references to halves would make one character that nobody wrote. */
    private static FlaggedText withoutHalves(FlaggedText html) {
        String repaired = REFERENCE
                .matcher(html.text())
                .replaceAll(found -> isHalf(found) ? "\uFFFD" : Matcher.quoteReplacement(found.group()));
        return new FlaggedText(repaired, html.flags()).flagged(Flag.LONE_SURROGATE);
    }

    private static boolean hasHalf(String html) {
        Matcher reference = REFERENCE.matcher(html);
        for (int at = html.indexOf(START); at >= 0; at = html.indexOf(START, at + START.length())) {
            if (reference.region(at, html.length()).lookingAt() && isHalf(reference)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHalf(MatchResult reference) {
        String decimal = reference.group(1);
        int code = decimal == null ? Character.MIN_SURROGATE : Integer.parseInt(decimal);
        return code <= Character.MAX_VALUE && Character.isSurrogate((char) code);
    }
}
