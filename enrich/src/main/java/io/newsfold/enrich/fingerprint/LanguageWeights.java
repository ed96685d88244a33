package io.newsfold.enrich.fingerprint;

import io.newsfold.contract.LanguageCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The weights of terms by language; the table of a language is read when the first article needs it. Thread-safe. */
final class LanguageWeights {
    private final Map<String, TermWeights> byLanguage = new ConcurrentHashMap<>();

    LanguageWeights(BackgroundFrequencies english) {
        byLanguage.put("en", english);
        byLanguage.put(LanguageCode.UNKNOWN, english); // results, prices, a short line: the wires are in English
    }

    /** @param language BCP 47, its primary subtag only */
    TermWeights of(String language) {
        return byLanguage.computeIfAbsent(
                language,
                code -> BackgroundFrequencies.shipped(code)
                        .<TermWeights>map(table -> table)
                        .orElseGet(ShapeWeights::new));
    }
}
