package io.newsfold.enrich.fingerprint;

/**
 * The hashes of the runs of up to five words that end with the last word of a text so far, by FNV-1a over the words
 * with a space after each. They grow side by side, so that each character is read once and the processor multiplies for
 * several runs at a time.
 */
final class GrowingHashes {
    private static final int FNV_OFFSET_BASIS = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    // as long as there are fewer than five words, several are the run from the first word
    private int fiveWords = FNV_OFFSET_BASIS;
    private int fourWords = FNV_OFFSET_BASIS;
    private int threeWords = FNV_OFFSET_BASIS;
    private int twoWords = FNV_OFFSET_BASIS;
    private int oneWord = FNV_OFFSET_BASIS;

    /** Adds the next word of the text to the runs, of which the longest begins one word later now. */
    void add(String word) {
        int five = fourWords;
        int four = threeWords;
        int three = twoWords;
        int two = oneWord;
        int one = FNV_OFFSET_BASIS;
        for (int i = 0; i <= word.length(); i++) {
            char next = i < word.length() ? word.charAt(i) : ' ';
            five = (five ^ next) * FNV_PRIME;
            four = (four ^ next) * FNV_PRIME;
            three = (three ^ next) * FNV_PRIME;
            two = (two ^ next) * FNV_PRIME;
            one = (one ^ next) * FNV_PRIME;
        }
        fiveWords = five;
        fourWords = four;
        threeWords = three;
        twoWords = two;
        oneWord = one;
    }

    /** The hash of the last five words; of all words as long as there are fewer. */
    int longest() {
        return fiveWords;
    }
}
