package io.newsfold.enrich.match;

import java.util.Collection;

/** Words as numbers of 64 bits, so that two that differ are as good as never taken for one. */
final class WordHash {
    private WordHash() {}

    /** FNV-1a over the characters, finished like Murmur3 so that all bits are fair. */
    static long of(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }

    /** Ascending, each once. */
    static long[] of(Collection<String> words) {
        return words.stream().mapToLong(WordHash::of).sorted().distinct().toArray();
    }
}
