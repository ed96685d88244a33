package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.Languages;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;

/** The words of a text and what they are made of, counted in one pass over the characters. Filled once, then read. */
final class WordCounts {
    private static final LongSet FUNCTION_WORDS = hashed(Languages.functionWords());
    private static final LongSet SECOND_PERSON = hashed(List.of("you", "your", "we", "our", "us"));
    private static final LongSet FIRST_PERSON = hashed(List.of("i", "my", "me", "im", "ive"));
    private static final LongSet TIME_WORDS = hashed(List.of(("january february march april may june july august "
                    + "september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
                    + "monday tuesday wednesday thursday friday saturday sunday "
                    + "am pm ago updated published posted gmt est utc")
            .split(" ")));
    private static final int LONG_WORD = 5;
    /** FNV-1a, over characters in lower case. */
    private static final long SEED = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    /** The hash of each word, in order; the same for words that differ in case only. */
    final LongArrayList words;

    /** Those hashes of {@link #words} that are of five characters or more, and so say what the text is about. */
    final LongArrayList longWords = new LongArrayList();

    /** Letters and digits. */
    int letters;

    int capitals;
    int digits;
    int capitalisedWords;
    int functionWords;
    int firstPerson;
    int secondPerson;
    int timeWords;
    int commas;
    int stops;
    int separators;
    int addressMarks;
    int quotationMarks;

    private WordCounts(int expectedWords) {
        words = new LongArrayList(expectedWords);
    }

    static WordCounts of(String text) {
        return of(text, LongArrayList.DEFAULT_INITIAL_CAPACITY);
    }

    /** @param expectedWords about how many words the text has */
    static WordCounts of(String text, int expectedWords) {
        WordCounts counts = new WordCounts(expectedWords);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                i = counts.addWord(text, i);
            } else {
                counts.addMark(c);
                i++;
            }
        }
        return counts;
    }

    /** Counts the word that begins at {@code start}, and returns where it ends. */
    private int addWord(String text, int start) {
        capitalisedWords += Character.isUpperCase(text.charAt(start)) ? 1 : 0;
        long hash = SEED;
        int upper = 0;
        int numeric = 0;
        int end = start;
        for (; end < text.length() && Character.isLetterOrDigit(text.charAt(end)); end++) {
            char c = text.charAt(end);
            upper += Character.isUpperCase(c) ? 1 : 0;
            numeric += Character.isDigit(c) ? 1 : 0;
            hash = add(hash, c);
        }
        letters += end - start;
        capitals += upper;
        digits += numeric;
        addWord(hash, end - start);
        return end;
    }

    private void addWord(long hash, int length) {
        words.add(hash);
        if (length >= LONG_WORD) {
            longWords.add(hash);
        }
        functionWords += FUNCTION_WORDS.contains(hash) ? 1 : 0;
        secondPerson += SECOND_PERSON.contains(hash) ? 1 : 0;
        firstPerson += FIRST_PERSON.contains(hash) ? 1 : 0;
        timeWords += TIME_WORDS.contains(hash) ? 1 : 0;
    }

    private void addMark(char c) {
        switch (c) {
            case ',', '،', '、', '，' -> commas++;
            case '.', '。', '!', '?', '！', '？' -> stops++;
            case '|', '·', '•', '»', '›', '>', '/' -> separators++;
            case '@', '©', '#' -> addressMarks++;
            case '"', '“', '”', '«' -> quotationMarks++;
            default -> {}
        }
    }

    private static long add(long hash, char c) {
        return (hash ^ Character.toLowerCase(c)) * PRIME;
    }

    private static LongSet hashed(Iterable<String> words) {
        LongSet set = new LongOpenHashSet();
        for (String word : words) {
            long hash = SEED;
            for (int i = 0; i < word.length(); i++) {
                hash = add(hash, word.charAt(i));
            }
            set.add(hash);
        }
        return set;
    }
}
