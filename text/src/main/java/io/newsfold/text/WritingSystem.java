package io.newsfold.text;

import java.util.Map;

/** How a language writes names, which decides where they are looked for and what their tokens are. */
public enum WritingSystem {
    /** Names have capitals: tokens with small letters all around are part of none. */
    CAPITALS,

    /** There are no capitals. */
    NO_CAPITALS,

    /** No spaces between words, or none between words and endings: each character is a token. */
    CHARACTERS;

    /** Greek; Latin letters come before, and few behind. */
    private static final int FIRST_OF_OTHER_SCRIPTS = 0x370;

    private static final Map<String, WritingSystem> BY_LANGUAGE = Map.ofEntries(
            Map.entry("zh", CHARACTERS),
            Map.entry("ja", CHARACTERS),
            Map.entry("ko", CHARACTERS),
            Map.entry("th", CHARACTERS),
            Map.entry("lo", CHARACTERS),
            Map.entry("km", CHARACTERS),
            Map.entry("my", CHARACTERS),
            Map.entry("ar", NO_CAPITALS),
            Map.entry("fa", NO_CAPITALS),
            Map.entry("ur", NO_CAPITALS),
            Map.entry("ps", NO_CAPITALS),
            Map.entry("ckb", NO_CAPITALS),
            Map.entry("he", NO_CAPITALS),
            Map.entry("hi", NO_CAPITALS),
            Map.entry("mr", NO_CAPITALS),
            Map.entry("ne", NO_CAPITALS),
            Map.entry("bn", NO_CAPITALS),
            Map.entry("pa", NO_CAPITALS),
            Map.entry("gu", NO_CAPITALS),
            Map.entry("ta", NO_CAPITALS),
            Map.entry("te", NO_CAPITALS),
            Map.entry("kn", NO_CAPITALS),
            Map.entry("ml", NO_CAPITALS),
            Map.entry("si", NO_CAPITALS),
            Map.entry("ka", NO_CAPITALS),
            Map.entry("am", NO_CAPITALS));

    /** @param language BCP 47, without a region */
    public static WritingSystem of(String language) {
        return BY_LANGUAGE.getOrDefault(language, CAPITALS);
    }

    /** Whether all letters of a name are Latin. */
    public static boolean isLatin(String name) {
        return name.codePoints()
                .allMatch(c -> c < FIRST_OF_OTHER_SCRIPTS
                        || !Character.isLetter(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    /** Whether a name begins with a character of a language that is written without spaces. */
    public static boolean isInCharacters(String name) {
        return switch (Character.UnicodeScript.of(name.codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
