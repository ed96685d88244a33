package io.newsfold.enrich.clean;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML without what the parser would misread: null characters, and references to halves of characters. */
final class MarkupRepair {
    private static final Pattern REFERENCE =
            Pattern.compile("&#(?:0{0,9}(\\d{5})(?!\\d)|[xX]0{0,9}([dD][89a-fA-F][0-9a-fA-F]{2})(?![0-9a-fA-F]));?");

    private MarkupRepair() {}

    /** @param flags gets what was repaired */
    static String mended(String html, Set<String> flags) {
        String whole = html;
        if (html.indexOf('\0') >= 0) {
            flags.add("control");
            whole = html.replace("\0", "");
        }
        return whole.contains("&#") ? withoutHalves(whole, flags) : whole;
    }

    /** Two references to halves would make one character that nobody wrote. */
    private static String withoutHalves(String html, Set<String> flags) {
        Matcher reference = REFERENCE.matcher(html);
        return reference.replaceAll(found -> {
            String decimal = found.group(1);
            boolean half = decimal == null || Character.isSurrogate((char) Integer.parseInt(decimal));
            if (half && (decimal == null || Integer.parseInt(decimal) <= Character.MAX_VALUE)) {
                flags.add("lone_surrogate");
                return "\uFFFD";
            }
            return Matcher.quoteReplacement(found.group());
        });
    }
}
