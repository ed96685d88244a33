package io.newsfold.enrich.tag;

import java.util.Arrays;

/** The hashes of one token's features. The arithmetic is on ints only, so that every machine computes the same. */
final class FeatureHashes {
    private static final int SEED = 17;
    private static final int USUAL_COUNT = 160;

    private int[] hashes = new int[USUAL_COUNT];
    private int count;

    void clear() {
        count = 0;
    }

    void add(FeatureTemplate template, int value) {
        add(template, 0, value);
    }

    /** Adds a feature of a template that is a series. */
    void add(FeatureTemplate template, int member, int value) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        int hash = finish(mix(mix(SEED, template.number(member)), value));
        hashes[count++] = template.family().mark(hash);
    }

    /** Adds a feature whose value is two values together, in this order. */
    void addPair(FeatureTemplate template, int first, int second) {
        add(template, 0, mix(first, second));
    }

    int count() {
        return count;
    }

    int get(int index) {
        return hashes[index];
    }

    int[] toArray() {
        return Arrays.copyOf(hashes, count);
    }

    /** The hash of what was hashed and then the value: a round much like MurmurHash3's, with its constants. */
    static int mix(int hash, int value) {
        int mixed = hash ^ (value * 0xcc9e2d51);
        mixed = Integer.rotateLeft(mixed, 13) * 5 + 0xe6546b64;
        mixed *= 0x1b873593;
        return mixed ^ (mixed >>> 15);
    }

    /** MurmurHash3's finalizer: every bit of the hash then depends on every other, the low ones too. */
    private static int finish(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
