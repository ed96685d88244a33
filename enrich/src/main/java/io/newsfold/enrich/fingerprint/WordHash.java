package io.newsfold.enrich.fingerprint;

import java.util.Collection;

/** 64-bit hashes of words, so that two different words practically never collide. */
public final class WordHash {
    private WordHash() {}

    /** FNV-1a over the characters, with the finalizer of Murmur3 so that all bits are evenly distributed. */
    public static long of(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }

    /** The hashes ascending, each once. */
    public static long[] of(Collection<String> words) {
        return words.stream().mapToLong(WordHash::of).sorted().distinct().toArray();
    }
}
