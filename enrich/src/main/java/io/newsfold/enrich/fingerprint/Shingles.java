package io.newsfold.enrich.fingerprint;

import java.util.Arrays;
import java.util.List;

/**
 * A sample of the hashes of all shingles, runs of 5 words. The hash decides which are in the sample, so that a shingle
 * that two texts share is in both samples or in neither.
 *
 * @param hashes ascending
 * @param thinning how many low bits of each hash are 0: the most, up to 3, that leave 64 hashes
 * @param lead the hashes of the sample from the first 100 words, ascending
 */
record Shingles(List<Integer> hashes, int thinning, List<Integer> lead) {
    private static final int WORDS = 5;
    private static final int ENOUGH_HASHES = 64;
    private static final int MOST_THINNING = 3;
    private static final int LEAD_RUNS = 96; // the runs of 5 in 100 words
    private static final int FNV_OFFSET_BASIS = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    /** The shingles of a text in its terms; a text of fewer than 5 has one shingle. */
    static Shingles of(List<String> terms) {
        int[] runs = new int[terms.isEmpty() ? 0 : Math.max(1, terms.size() - WORDS + 1)];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = hash(terms, i, Math.min(i + WORDS, terms.size()));
        }
        int thinning = MOST_THINNING;
        int[] sample = thinned(runs, runs.length, thinning);
        while (thinning > 0 && sample.length < ENOUGH_HASHES) {
            thinning--;
            sample = thinned(runs, runs.length, thinning);
        }
        int[] lead = thinned(runs, Math.min(runs.length, LEAD_RUNS), thinning);
        return new Shingles(list(sample), thinning, list(lead));
    }

    /** The hashes among the first {@code count} whose low bits are 0, ascending, each once. */
    private static int[] thinned(int[] hashes, int count, int bits) {
        int mask = (1 << bits) - 1;
        return Arrays.stream(hashes, 0, count)
                .filter(hash -> (hash & mask) == 0)
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** FNV-1a over the words with a space after each. */
    private static int hash(List<String> words, int from, int to) {
        int hash = FNV_OFFSET_BASIS;
        for (int w = from; w < to; w++) {
            String word = words.get(w);
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ ' ') * FNV_PRIME;
        }
        return finish(hash);
    }

    /** MurmurHash3's finalizer: the low bits, which choose the sample, then depend on all others. */
    private static int finish(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
