package io.newsfold.enrich.fingerprint;

import java.util.Arrays;
import java.util.List;

/**
 * A sample of the hashes of all 5-word runs, chosen by the hash, so that two texts that share a run share it in their samples.
 *
 * @param hashes ascending
 * @param thinning how many low bits of each hash are 0: the most, up to 3, that leave 64 hashes
 * @param lead those of the first 100 words, ascending
 */
record Shingles(List<Integer> hashes, int thinning, List<Integer> lead) {
    private static final int WORDS = 5;
    private static final int ENOUGH = 64;
    private static final int MOST_THINNING = 3;
    private static final int LEAD_RUNS = 96;

    static Shingles of(List<String> terms) {
        int[] runs = new int[terms.isEmpty() ? 0 : Math.max(1, terms.size() - WORDS + 1)];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = hash(terms, i, Math.min(i + WORDS, terms.size()));
        }
        int thinning = MOST_THINNING;
        int[] sample = thinned(runs, runs.length, thinning);
        while (thinning > 0 && sample.length < ENOUGH) {
            thinning--;
            sample = thinned(runs, runs.length, thinning);
        }
        int[] lead = thinned(runs, Math.min(runs.length, LEAD_RUNS), thinning);
        return new Shingles(list(sample), thinning, list(lead));
    }

    /** Those of the first {@code count} whose low bits are 0, ascending, each once. */
    private static int[] thinned(int[] hashes, int count, int bits) {
        int mask = (1 << bits) - 1;
        return Arrays.stream(hashes, 0, count)
                .filter(h -> (h & mask) == 0)
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** FNV-1a over the words, finished like Murmur3 so that the low bits are fair. */
    private static int hash(List<String> words, int from, int to) {
        int hash = 0x811C9DC5;
        for (int w = from; w < to; w++) {
            String word = words.get(w);
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x01000193;
            }
            hash = (hash ^ ' ') * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }
}
