package io.newsfold.enrich.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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
        List<Integer> runs = new ArrayList<>();
        for (int i = 0; i + WORDS <= Math.max(terms.size(), WORDS) && !terms.isEmpty(); i++) {
            runs.add(hash(terms.subList(i, Math.min(i + WORDS, terms.size()))));
        }
        TreeSet<Integer> all = new TreeSet<>(runs);
        int thinning = MOST_THINNING;
        while (thinning > 0 && thinned(all, thinning).size() < ENOUGH) {
            thinning--;
        }
        List<Integer> lead = runs.subList(0, Math.min(runs.size(), LEAD_RUNS));
        return new Shingles(thinned(all, thinning), thinning, thinned(new TreeSet<>(lead), thinning));
    }

    private static List<Integer> thinned(TreeSet<Integer> hashes, int bits) {
        int mask = (1 << bits) - 1;
        return hashes.stream().filter(h -> (h & mask) == 0).toList();
    }

    /** FNV-1a over the words, finished like Murmur3 so that the low bits are fair. */
    private static int hash(List<String> words) {
        int hash = 0x811C9DC5;
        for (String word : words) {
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
