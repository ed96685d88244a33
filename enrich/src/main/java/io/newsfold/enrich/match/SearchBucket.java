package io.newsfold.enrich.match;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * The inverted index of a few days in one language: posting lists by key term and by shingle. Articles have numbers
 * here; the number of a removed one is not used again.
 */
final class SearchBucket {
    private static final int ABSENT = -1;
    private static final int WEIGHT_BITS = 8;
    private static final int WEIGHT = (1 << WEIGHT_BITS) - 1;
    private static final int THINNINGS = 4;
    /** Rounding may make a bound a little too high. */
    private static final double ROUNDING = 1 - 1e-9;

    private final Int2ObjectOpenHashMap<IntArrayList> byKey = new Int2ObjectOpenHashMap<>();
    private final Int2IntOpenHashMap byRareKey = new Int2IntOpenHashMap();
    private final ShingleTable byShingle;
    private final FingerprintPages pages;
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final BitSet removed = new BitSet();
    private long[] addresses = new long[4];
    private long[] seconds = new long[4];
    private double[] keyNorms = new double[4];
    private byte[] thinnings = new byte[4];
    private int[] samples = new int[4 * THINNINGS];
    private int size;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    SearchBucket(MappedMemory memory) {
        byShingle = new ShingleTable(memory);
        pages = new FingerprintPages(memory);
        numbers.defaultReturnValue(ABSENT);
    }

    /** Adds a packed fingerprint, or replaces the one of the same article. */
    void put(byte[] packed) {
        PackedFingerprint fingerprint = PackedFingerprint.of(packed);
        remove(fingerprint.id());
        if (size == addresses.length) {
            grow();
        }
        int number = size++;
        numbers.put(fingerprint.id(), number);
        addresses[number] = pages.add(packed);
        seconds[number] = fingerprint.seconds();
        earliest = Math.min(earliest, fingerprint.seconds());
        latest = Math.max(latest, fingerprint.seconds());
        keyNorms[number] = fingerprint.keyNorm();
        thinnings[number] = (byte) fingerprint.thinning();
        System.arraycopy(samples(fingerprint), 0, samples, number * THINNINGS, THINNINGS);
        for (int i = 0; i < fingerprint.termCount(); i++) {
            if ((fingerprint.markedWeight(i) & PackedFingerprint.KEY) != 0) {
                addPosting((int) fingerprint.term(i), number << WEIGHT_BITS | fingerprint.markedWeight(i) & WEIGHT);
            }
        }
        for (int i = 0; i < fingerprint.shingleCount(); i++) {
            byShingle.add(fingerprint.shingle(i), number);
        }
    }

    /** Most terms occur in one article only: that posting needs no list. */
    private void addPosting(int key, int posting) {
        IntArrayList list = byKey.get(key);
        if (list == null && !byRareKey.containsKey(key)) {
            byRareKey.put(key, posting);
        } else if (list == null) {
            byKey.put(key, IntArrayList.of(byRareKey.remove(key), posting));
        } else {
            list.add(posting);
        }
    }

    void remove(String id) {
        int number = numbers.removeInt(id);
        if (number != ABSENT) {
            removed.set(number);
        }
    }

    /** Number of articles, removed ones included: the measure of its memory. */
    int size() {
        return size;
    }

    /** Whether a rebuilt bucket would be much smaller. */
    boolean isMostlyRemoved() {
        return removed.cardinality() > 64 && removed.cardinality() * 2 > size;
    }

    private void grow() {
        int larger = size * 2;
        addresses = Arrays.copyOf(addresses, larger);
        seconds = Arrays.copyOf(seconds, larger);
        keyNorms = Arrays.copyOf(keyNorms, larger);
        thinnings = Arrays.copyOf(thinnings, larger);
        samples = Arrays.copyOf(samples, larger * THINNINGS);
    }

    /** Passes on all candidates for pairs with {@code fingerprint}: no pair above the floors is missing. */
    void candidates(PackedFingerprint fingerprint, ScoreAccumulator scores, Consumer<PackedFingerprint> consumer) {
        if (size == 0) {
            return;
        }
        scores.start(size);
        long window = Duration.ofDays(StoryScore.MAX_DAYS).toSeconds() + 1;
        if (isWithin(fingerprint, window)) {
            selectByTerms(fingerprint, window, scores);
        }
        selectByShingles(fingerprint, scores);
        scores.forEachSelected(number -> {
            if (!removed.get(number)) {
                consumer.accept(pages.at(addresses[number]));
            }
        });
    }

    private boolean isWithin(PackedFingerprint fingerprint, long window) {
        return fingerprint.seconds() >= earliest - window && fingerprint.seconds() <= latest + window;
    }

    /** Selects the articles whose key terms are similar enough. */
    private void selectByTerms(PackedFingerprint fingerprint, long window, ScoreAccumulator scores) {
        for (int k = 0; k < fingerprint.termCount(); k++) {
            if ((fingerprint.markedWeight(k) & PackedFingerprint.KEY) != 0) {
                addPostings((int) fingerprint.term(k), fingerprint.markedWeight(k) & WEIGHT, scores);
            }
        }
        double norm = fingerprint.keyNorm();
        long second = fingerprint.seconds();
        scores.select((number, sum) -> sum >= StoryScore.COSINE_FLOOR * norm * keyNorms[number] * ROUNDING
                && Math.abs(seconds[number] - second) <= window);
    }

    private void addPostings(int key, int weight, ScoreAccumulator scores) {
        IntArrayList list = byKey.get(key);
        if (list != null) {
            int[] postings = list.elements();
            for (int i = 0; i < list.size(); i++) {
                scores.add(postings[i] >>> WEIGHT_BITS, (postings[i] & WEIGHT) * weight);
            }
        } else if (byRareKey.containsKey(key)) {
            int posting = byRareKey.get(key);
            scores.add(posting >>> WEIGHT_BITS, (posting & WEIGHT) * weight);
        }
    }

    /** Selects the articles that share enough shingles. */
    private void selectByShingles(PackedFingerprint fingerprint, ScoreAccumulator scores) {
        for (int i = 0; i < fingerprint.shingleCount(); i++) {
            byShingle.forEach(fingerprint.shingle(i), number -> scores.add(number, 1));
        }
        int[] own = samples(fingerprint);
        scores.select((number, shared) -> {
            int thinning = Math.max(fingerprint.thinning(), thinnings[number]);
            int smaller = Math.min(own[thinning], samples[number * THINNINGS + thinning]);
            return shared >= CopyScore.FLOOR * smaller * ROUNDING;
        });
    }

    /** Sample sizes by thinning. */
    private static int[] samples(PackedFingerprint fingerprint) {
        int[] samples = new int[THINNINGS];
        for (int thinning = 0; thinning < THINNINGS; thinning++) {
            samples[thinning] = fingerprint.shinglesAt(thinning);
        }
        return samples;
    }
}
