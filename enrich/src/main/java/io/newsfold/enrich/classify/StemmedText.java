package io.newsfold.enrich.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Splits English text into the stems of its words. Not thread-safe. */
final class StemmedText {
    private static final int SLOTS = 1 << 14;

    /** Longer words are not kept, so that no text can fill the memory. */
    private static final int LONGEST = 40;

    /** The last words with their stems, for all threads: a stem depends on its word alone. */
    private static final @Nullable Stemmed[] KEPT = new Stemmed[SLOTS];

    private final EnglishStemmer stemmer = new EnglishStemmer();

    private record Stemmed(String word, String stem) {}

    /** The stems, in the order of the words. */
    List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        String lower = text.replace('’', '\'').toLowerCase(Locale.ROOT);
        int begin = 0;
        for (int i = 0; i <= lower.length(); ) {
            int character = i == lower.length() ? ' ' : lower.codePointAt(i);
            if (!isOfWord(character)) {
                addStem(plain(lower.substring(begin, i)), stems);
                begin = i + Character.charCount(character);
            }
            i += Character.charCount(character);
        }
        return stems;
    }

    private static boolean isOfWord(int character) {
        return character == '\''
                || Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }

    /** A word without a genitive and quotation marks. */
    private static String plain(String word) {
        int end = word.length() - (word.endsWith("'s") ? 2 : word.endsWith("'") ? 1 : 0);
        return word.substring(end > 0 && word.startsWith("'") ? 1 : 0, end);
    }

    private void addStem(String word, List<String> stems) {
        if (!word.isEmpty()) {
            stems.add(word.length() > LONGEST ? stem(word) : keptStem(word));
        }
    }

    private String keptStem(String word) {
        int hash = word.hashCode();
        int slot = (hash ^ hash >>> Short.SIZE) & SLOTS - 1;
        Stemmed kept = KEPT[slot];
        if (kept == null || !kept.word().equals(word)) {
            kept = new Stemmed(word, stem(word));
            KEPT[slot] = kept;
        }
        return kept.stem();
    }

    private String stem(String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
