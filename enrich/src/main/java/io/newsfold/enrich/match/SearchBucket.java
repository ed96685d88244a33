package io.newsfold.enrich.match;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;

/** The articles of a few days in one language, by key term and by shingle. Articles have numbers here; one that is removed leaves a hole. */
final class SearchBucket {
    private static final int ABSENT = -1;
    private static final int WEIGHT_BITS = 8;
    private static final int WEIGHT = (1 << WEIGHT_BITS) - 1;
    private static final int THINNINGS = 4;
    /** A bound may come out a little higher than it is. */
    private static final double SAFE = 1 - 1e-9;

    private final Int2ObjectOpenHashMap<IntArrayList> byKey = new Int2ObjectOpenHashMap<>();
    private final Int2IntOpenHashMap byRareKey = new Int2IntOpenHashMap();
    private final ShingleTable byShingle;
    private final FingerprintPages prints;
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final BitSet gone = new BitSet();
    private long[] addresses = new long[4];
    private long[] seconds = new long[4];
    private double[] keyLengths = new double[4];
    private byte[] thinnings = new byte[4];
    private int[] samples = new int[4 * THINNINGS];
    private int size;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    SearchBucket(MappedMemory scratch) {
        byShingle = new ShingleTable(scratch);
        prints = new FingerprintPages(scratch);
        numbers.defaultReturnValue(ABSENT);
    }

    /** Adds a print, or replaces the one of the same article. */
    void put(byte[] packed) {
        PackedFingerprint print = new PackedFingerprint(ByteBuffer.wrap(packed), 0);
        remove(print.id());
        if (size == addresses.length) {
            grow();
        }
        int number = size++;
        numbers.put(print.id(), number);
        addresses[number] = prints.add(packed);
        seconds[number] = print.seconds();
        earliest = Math.min(earliest, print.seconds());
        latest = Math.max(latest, print.seconds());
        keyLengths[number] = print.keysLength();
        thinnings[number] = (byte) print.thinning();
        System.arraycopy(samples(print), 0, samples, number * THINNINGS, THINNINGS);
        for (int i = 0; i < print.terms(); i++) {
            if ((print.marked(i) & PackedFingerprint.KEY) != 0) {
                addPosting((int) print.term(i), number << WEIGHT_BITS | print.marked(i) & WEIGHT);
            }
        }
        for (int i = 0; i < print.shingles(); i++) {
            byShingle.add(print.shingle(i), number);
        }
    }

    /** Most terms stand in one article: that posting needs no list. */
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
            gone.set(number);
        }
    }

    /** Articles that are here, and such as were: what the bucket takes in memory. */
    int size() {
        return size;
    }

    /** Whether building it anew would make it much smaller. */
    boolean isMostlyGone() {
        return gone.cardinality() > 64 && gone.cardinality() * 2 > size;
    }

    private void grow() {
        int larger = size * 2;
        addresses = Arrays.copyOf(addresses, larger);
        seconds = Arrays.copyOf(seconds, larger);
        keyLengths = Arrays.copyOf(keyLengths, larger);
        thinnings = Arrays.copyOf(thinnings, larger);
        samples = Arrays.copyOf(samples, larger * THINNINGS);
    }

    /** Everything that may score against {@code print}: no pair above the floors is left out. */
    void candidates(PackedFingerprint print, ScoreAccumulator tally, Consumer<PackedFingerprint> taker) {
        if (size == 0) {
            return;
        }
        tally.start(size);
        long window = StoryScore.MOST_DAYS * MatchIndex.SECONDS_A_DAY + 1;
        if (isNear(print, window)) {
            collectLike(print, window, tally);
        }
        collectSharing(print, tally);
        tally.forEachChosen(number -> {
            if (!gone.get(number)) {
                taker.accept(prints.at(addresses[number]));
            }
        });
    }

    private boolean isNear(PackedFingerprint print, long window) {
        return print.seconds() >= earliest - window && print.seconds() <= latest + window;
    }

    /** Chooses those whose key terms are alike enough. */
    private void collectLike(PackedFingerprint print, long window, ScoreAccumulator tally) {
        for (int k = 0; k < print.terms(); k++) {
            if ((print.marked(k) & PackedFingerprint.KEY) != 0) {
                tallyPostings((int) print.term(k), print.marked(k) & WEIGHT, tally);
            }
        }
        double length = print.keysLength();
        long second = print.seconds();
        tally.choose((number, sum) -> sum >= StoryScore.COSINE_FLOOR * length * keyLengths[number] * SAFE
                && Math.abs(seconds[number] - second) <= window);
    }

    private void tallyPostings(int key, int weight, ScoreAccumulator tally) {
        IntArrayList list = byKey.get(key);
        if (list != null) {
            int[] postings = list.elements();
            for (int i = 0; i < list.size(); i++) {
                tally.add(postings[i] >>> WEIGHT_BITS, (postings[i] & WEIGHT) * weight);
            }
        } else if (byRareKey.containsKey(key)) {
            int posting = byRareKey.get(key);
            tally.add(posting >>> WEIGHT_BITS, (posting & WEIGHT) * weight);
        }
    }

    /** Chooses those that share enough runs of words. */
    private void collectSharing(PackedFingerprint print, ScoreAccumulator tally) {
        for (int i = 0; i < print.shingles(); i++) {
            byShingle.forEach(print.shingle(i), number -> tally.add(number, 1));
        }
        int[] own = samples(print);
        tally.choose((number, shared) -> {
            int thinning = Math.max(print.thinning(), thinnings[number]);
            int smaller = Math.min(own[thinning], samples[number * THINNINGS + thinning]);
            return shared >= CopyScore.FLOOR * smaller * SAFE;
        });
    }

    /** How many shingles are left at each thinning. */
    private static int[] samples(PackedFingerprint print) {
        int[] samples = new int[THINNINGS];
        for (int thinning = 0; thinning < THINNINGS; thinning++) {
            samples[thinning] = print.shinglesAt(thinning);
        }
        return samples;
    }
}
