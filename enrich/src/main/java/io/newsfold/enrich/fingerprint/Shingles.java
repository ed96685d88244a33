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

    /** The shingles of a text; one of fewer than 5 words has one shingle. */
    static Shingles of(List<TermOccurrence> words) {
        int[] runs = runs(words);
        int thinning = MOST_THINNING;
        int[] sample = thinned(runs, runs.length, thinning);
        while (thinning > 0 && sample.length < ENOUGH_HASHES) {
            thinning--;
            sample = thinned(runs, runs.length, thinning);
        }
        int[] lead = thinned(runs, Math.min(runs.length, LEAD_RUNS), thinning);
        return new Shingles(list(sample), thinning, list(lead));
    }

    /** The hashes of all runs, by FNV-1a over the words with a space after each. */
    private static int[] runs(List<TermOccurrence> words) {
        int[] runs = new int[words.isEmpty() ? 0 : Math.max(1, words.size() - WORDS + 1)];
        GrowingHashes growing = new GrowingHashes();
        for (int i = 0; i < words.size(); i++) {
            growing.add(words.get(i).term());
            runs[Math.max(0, i - WORDS + 1)] = finish(growing.longest());
        }
        return runs;
    }

    /** The hashes among the first {@code count} whose low bits are 0, ascending, each once. */
    private static int[] thinned(int[] hashes, int count, int bits) {
        int mask = (1 << bits) - 1;
        int[] thinned = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if ((hashes[i] & mask) == 0) {
                thinned[size++] = hashes[i];
            }
        }
        Arrays.sort(thinned, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || thinned[i] != thinned[i - 1]) {
                thinned[distinct++] = thinned[i];
            }
        }
        return Arrays.copyOf(thinned, distinct);
    }

    private static List<Integer> list(int[] values) {
        Integer[] boxed = new Integer[values.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = values[i];
        }
        return List.of(boxed);
    }

    /** MurmurHash3's finalizer: the low bits, which choose the sample, then depend on all others. */
    private static int finish(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
