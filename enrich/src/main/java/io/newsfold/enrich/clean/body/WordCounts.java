package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** The words of a text and what they are made of, counted in one pass over the characters. Filled once, then read. */
final class WordCounts {
    private static final int FUNCTION_WORD = 1;
    private static final int SECOND_PERSON = 2;
    private static final int FIRST_PERSON = 4;
    private static final int TIME_WORD = 8;
    /** The kinds of the words that are listed, as bits: one look-up tells all four. */
    private static final Long2IntOpenHashMap KINDS = kinds();

    private static final int LONG_WORD = 5;
    /** Long words are compared up to here: what follows is mostly an ending. */
    private static final int STEM = 6;
    /** FNV-1a, over characters in lower case. */
    private static final long SEED = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    /** The hash of each word, in order; the same for words that differ in case only. */
    final LongArrayList words;

    /** The hash of the first six letters of each word of five or more, which say what the text is about. */
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
        long stem = SEED;
        int upper = 0;
        int numeric = 0;
        int end = start;
        for (; end < text.length() && Character.isLetterOrDigit(text.charAt(end)); end++) {
            char c = text.charAt(end);
            upper += Character.isUpperCase(c) ? 1 : 0;
            numeric += Character.isDigit(c) ? 1 : 0;
            hash = add(hash, c);
            stem = end - start < STEM ? hash : stem;
        }
        letters += end - start;
        capitals += upper;
        digits += numeric;
        addWord(hash);
        if (end - start >= LONG_WORD) {
            longWords.add(stem);
        }
        return end;
    }

    private void addWord(long hash) {
        words.add(hash);
        int kinds = KINDS.get(hash);
        if (kinds != 0) {
            functionWords += (kinds & FUNCTION_WORD) == 0 ? 0 : 1;
            secondPerson += (kinds & SECOND_PERSON) == 0 ? 0 : 1;
            firstPerson += (kinds & FIRST_PERSON) == 0 ? 0 : 1;
            timeWords += (kinds & TIME_WORD) == 0 ? 0 : 1;
        }
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

    private static Long2IntOpenHashMap kinds() {
        Long2IntOpenHashMap kinds = new Long2IntOpenHashMap();
        addKind(FUNCTION_WORD, PageWordLists.FUNCTION_WORDS, kinds);
        addKind(SECOND_PERSON, PageWordLists.SECOND_PERSON, kinds);
        addKind(FIRST_PERSON, PageWordLists.FIRST_PERSON, kinds);
        addKind(TIME_WORD, PageWordLists.timeWords(), kinds);
        return kinds;
    }

    private static void addKind(int kind, Iterable<String> words, Long2IntOpenHashMap kinds) {
        for (String word : words) {
            long hash = SEED;
            for (int i = 0; i < word.length(); i++) {
                hash = add(hash, word.charAt(i));
            }
            kinds.put(hash, kinds.get(hash) | kind);
        }
    }
}
