package io.newsfold.enrich.tag;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in a form that is the same for all their spellings: no case, no accents, one ending for the ways of writing -skyj. */
final class Spelling {
    private Spelling() {}

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDING = Pattern.compile("(?<=sk|ck|dr|er|ri)(?:iy|yy|ij|yi|ii|yj|y|i|j)\\b");
    private static final Pattern DOUBLE_S = Pattern.compile("ss\\b");

    static String key(String name) {
        String plain = name.chars().allMatch(c -> c < 0x80)
                ? name
                : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String words =
                OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return DOUBLE_S.matcher(ENDING.matcher(words).replaceAll("i").replace("ph", "f"))
                .replaceAll("s");
    }
}
