package io.newsfold.contract;

import java.util.Optional;
import java.util.Set;

/** What is promised for a language; docs/languages.md has the table. */
public enum LanguageTier {
    FULL,
    GOOD,
    OTHER;

    private static final Set<String> FULL_LANGUAGES =
            Set.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "zh", "ja", "hi");
    private static final Set<String> GOOD_LANGUAGES = Set.of(
            "sv", "da", "no", "fi", "cs", "sk", "hu", "ro", "el", "bg", "sr", "hr", "id", "vi", "ko", "fa", "he", "th",
            "bn", "ur");

    /** @param language BCP 47 */
    public static LanguageTier of(String language) {
        String code = LanguageCode.primary(language);
        if (FULL_LANGUAGES.contains(code)) {
            return FULL;
        }
        return GOOD_LANGUAGES.contains(code) ? GOOD : OTHER;
    }

    /** The flag of an article in such a language; empty for the first tier. */
    public Optional<Flag> flag() {
        return switch (this) {
            case FULL -> Optional.empty();
            case GOOD -> Optional.of(Flag.LANGUAGE_TIER_2);
            case OTHER -> Optional.of(Flag.LANGUAGE_OTHER);
        };
    }
}
