package io.newsfold.enrich.clean.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.LanguageCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The abbreviations of a language after which a sentence goes on, from {@code abbreviations.tsv}. Thread-safe. */
final class Abbreviations {
    private static final String ORDINAL = "5";
    private static final int LONGEST = 8;
    private static final Abbreviations NONE = new Abbreviations(Set.of());
    private static final Map<String, Abbreviations> BY_LANGUAGE = read();

    private final Set<String> words;

    private Abbreviations(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** @param language BCP 47 */
    static Abbreviations of(String language) {
        return BY_LANGUAGE.getOrDefault(LanguageCode.primary(language), NONE);
    }

    private static Map<String, Abbreviations> read() {
        Map<String, Abbreviations> byLanguage = new HashMap<>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Abbreviations.class.getResourceAsStream("abbreviations.tsv")), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", -1);
                    byLanguage.put(columns[0], new Abbreviations(new HashSet<>(Set.of(columns[1].split("\\|")))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading abbreviations.tsv", e);
        }
        return byLanguage;
    }

    /**
     * Whether the text before {@code end} ends with an abbreviation, the initial of a name or an ordinal number, so that
     * what looks like the end of a sentence is none.
     */
    boolean goOnAt(String text, int end) {
        int point = end - 1;
        while (point > 0 && Character.isWhitespace(text.charAt(point))) {
            point--;
        }
        if (text.charAt(point) != '.' || end >= text.length()) {
            return false;
        }
        if (Character.isUpperCase(text.charAt(point - (point > 0 ? 1 : 0))) && isWordStart(text, point - 1)) {
            return true;
        }
        if (isOrdinal(text, point)) {
            return words.contains(ORDINAL) && Character.isLetter(text.charAt(end));
        }
        for (int start = point - 1; start >= 0 && start >= point - LONGEST; start--) {
            if (isWordStart(text, start) && isKnown(text.substring(start, point))) {
                return true;
            }
        }
        return false;
    }

    /** As the list has it, or in small letters: it may begin a sentence. */
    private boolean isKnown(String word) {
        return words.contains(word) || words.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isWordStart(String text, int start) {
        return start == 0 || start > 0 && !Character.isLetterOrDigit(text.charAt(start - 1));
    }

    /** Whether one or two digits stand before the point. */
    private static boolean isOrdinal(String text, int point) {
        int start = point;
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start < point && point - start <= 2 && isWordStart(text, start);
    }
}
