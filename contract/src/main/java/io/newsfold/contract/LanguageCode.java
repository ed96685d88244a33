package io.newsfold.contract;

/** Codes of languages as records have them (BCP 47). */
public final class LanguageCode {
    private LanguageCode() {}

    /** The language of a code without its script and region. */
    public static String primary(String code) {
        int end = code.indexOf('-');
        return end < 0 ? code : code.substring(0, end);
    }
}
