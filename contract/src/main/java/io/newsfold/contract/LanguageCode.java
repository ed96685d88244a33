package io.newsfold.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Codes of languages as records have them (BCP 47), and their names. */
public final class LanguageCode {
    /** The code of a language that is not known. */
    public static final String UNKNOWN = "und";

    /** Codes of two letters by their codes of three letters: {@code eng} is English as {@code en} is. */
    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .collect(
                    Collectors.toMap(code -> Locale.forLanguageTag(code).getISO3Language(), code -> code, (a, b) -> a));

    private LanguageCode() {}

    /** The language of a code without its script and region. */
    public static String primary(String code) {
        int end = code.indexOf('-');
        return end < 0 ? code : code.substring(0, end);
    }

    /** Whether an article in a language is wanted by a code: {@code zh} wants {@code zh-Hant} too. */
    public static boolean isIn(String language, String wanted) {
        return language.equals(wanted) || primary(language).equals(wanted);
    }

    /** The English name of a language: {@code German}, {@code Chinese (Traditional Han)}. */
    public static String name(String code) {
        return code.equals(UNKNOWN)
                ? "unknown language"
                : Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH);
    }

    /**
     * The code of a language by its code or name, in English or in the language itself; empty where none is called so.
     */
    public static Optional<String> named(String nameOrCode) {
        String wanted = nameOrCode.strip();
        if (wanted.equals(UNKNOWN)) {
            return Optional.of(UNKNOWN);
        }
        Locale locale = withTwoLetters(wanted.replace('_', '-'));
        boolean isCode = Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())
                || locale.getLanguage().length() == 3
                        && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
        if (isCode) {
            return Optional.of(locale.toLanguageTag());
        }
        return Arrays.stream(Locale.getISOLanguages())
                .filter(code -> isCalled(Locale.forLanguageTag(code), wanted))
                .findFirst();
    }

    private static Locale withTwoLetters(String tag) {
        Locale written = Locale.forLanguageTag(tag);
        String language = written.getLanguage();
        String shorter = TWO_LETTERS.get(language);
        return shorter == null || !tag.regionMatches(true, 0, language, 0, language.length())
                ? written
                : Locale.forLanguageTag(shorter + tag.substring(language.length()));
    }

    private static boolean isCalled(Locale language, String name) {
        return language.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)
                || language.getDisplayLanguage(language).equalsIgnoreCase(name);
    }
}
