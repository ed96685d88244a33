package io.newsfold.enrich.tag;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Finds names in one sentence: a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over {@link NameFeatures}, its weights
 * rounded to bytes. Trained offline by {@code NameTrainer}. All sums are of ints: the same on every machine. Immutable.
 */
public final class NameModel {
    /** What a name is of; {@link #OTHER} are works, events, products, peoples: what is none of the first three, and must not be taken for it. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        PLACE,
        OTHER
    }

    /** Where in a name a token stands. */
    private static final int FIRST = 0;

    private static final int INSIDE = 1;
    private static final int LAST = 2;
    private static final int ALONE = 3;

    /** One label for what is no name, and four for each kind: first token, inside, last, the only one. */
    public static final int LABELS = 1 + 4 * Kind.values().length;

    private static final int NEVER = Integer.MIN_VALUE / 4;

    /** For each label those that may stand before it. */
    private static final int[][] BEFORE = IntStream.range(0, LABELS)
            .mapToObj(label -> IntStream.range(0, LABELS)
                    .filter(before -> mayFollow(before, label))
                    .toArray())
            .toArray(int[][]::new);

    /** How many longs hold the weights of a feature: four in each, 16 bits apart, so that one addition adds four. */
    private static final int PACKED = (LABELS + 3) / 4;

    private static final int STRIDE = 1 + PACKED;
    private static final int BIAS = 128; // added to each weight, so that none is negative
    private static final int MOST_FEATURES = 0xffff / (2 * BIAS);

    private final long[] table; // a feature and its weights, in turns; a feature of 0 is an empty slot
    private final int slots;
    private final int[] transitions = new int[(LABELS + 1) * LABELS];

    /**
     * A name in a sentence.
     *
     * @param first index of its first token
     * @param end index after its last token
     */
    public record Found(Kind kind, int first, int end) {}

    private NameModel(DataInputStream in) throws IOException {
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readInt();
        }
        int size = in.readInt();
        slots = size + (size >>> 1) + 64;
        table = new long[slots * STRIDE];
        int[] features = new int[size];
        for (int i = 0; i < size; i++) {
            features[i] = in.readInt();
        }
        for (int feature : features) {
            int at = slot(feature) * STRIDE;
            while (table[at] != 0) {
                at = next(at);
            }
            table[at] = feature;
            for (int label = 0; label < LABELS; label++) {
                table[at + 1 + label / 4] |= (long) (in.readByte() + BIAS) << 16 * (label % 4);
            }
        }
    }

    /** Loaded when it is first asked for: its trainer does without. */
    private static final class Shipped {
        static final NameModel MODEL = load();
    }

    static NameModel shipped() {
        return Shipped.MODEL;
    }

    private static NameModel load() {
        String resource = "names.model.gz";
        try (var stream = Objects.requireNonNull(NameModel.class.getResourceAsStream(resource), resource);
                var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16))) {
            return new NameModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The label of a token: {@code place} is one of first, inside, last, alone. */
    private static int label(Kind kind, int place) {
        return 1 + 4 * kind.ordinal() + place;
    }

    /** The labels of a sentence of that many tokens with these names in it. */
    public static int[] labels(int size, List<Found> names) {
        int[] labels = new int[size];
        for (Found name : names) {
            for (int i = name.first; i < name.end; i++) {
                boolean begins = i == name.first;
                boolean ends = i == name.end - 1;
                labels[i] = label(name.kind, begins && ends ? ALONE : begins ? FIRST : ends ? LAST : INSIDE);
            }
        }
        return labels;
    }

    /** Whether a label may follow another; 0 stands for the beginning and the end of the sentence too. */
    public static boolean mayFollow(int before, int label) {
        int placeBefore = before == 0 ? LAST : (before - 1) % 4;
        int place = label == 0 ? FIRST : (label - 1) % 4;
        if (placeBefore == FIRST || placeBefore == INSIDE) {
            return label != 0 && (before - 1) / 4 == (label - 1) / 4 && (place == INSIDE || place == LAST);
        }
        return label == 0 || place == FIRST || place == ALONE;
    }

    /** The names of a sentence, from left to right; a token without features is none. */
    List<Found> find(int[][] features) {
        int[] best = best(features);
        List<Found> names = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < best.length; i++) {
            int place = best[i] == 0 ? INSIDE : (best[i] - 1) % 4;
            first = place == FIRST || place == ALONE ? i : first;
            if (place == LAST || place == ALONE) {
                names.add(new Found(Kind.values()[(best[i] - 1) / 4], first, i + 1));
            }
        }
        return names;
    }

    /** The most likely labels, by the algorithm of Viterbi. */
    private int[] best(int[][] features) {
        int size = features.length;
        int[][] from = new int[size][LABELS];
        int[] sums = new int[LABELS];
        int[] here = new int[LABELS];
        for (int i = 0; i < size; i++) {
            score(features[i], here);
            int[] next = new int[LABELS];
            for (int label = 0; label < LABELS; label++) {
                int most = i == 0 && mayFollow(0, label) ? transitions[LABELS * LABELS + label] : NEVER;
                if (i > 0) {
                    for (int before : BEFORE[label]) {
                        int sum = sums[before] + transitions[before * LABELS + label];
                        if (sum > most) {
                            most = sum;
                            from[i][label] = before;
                        }
                    }
                }
                next[label] = most + here[label];
            }
            sums = next;
        }
        int label = 0;
        for (int last = 0; last < LABELS; last++) {
            label = mayFollow(last, 0) && (sums[last] > sums[label] || !mayFollow(label, 0)) ? last : label;
        }
        int[] best = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            best[i] = label;
            label = from[i][label];
        }
        return best;
    }

    private int slot(int feature) {
        return (int) ((feature & 0xffffffffL) * slots >>> 32);
    }

    private int next(int at) {
        return at + STRIDE == table.length ? 0 : at + STRIDE;
    }

    private void score(int[] features, int[] sums) {
        int[] found = new int[MOST_FEATURES];
        int hits = 0;
        for (int feature : features) {
            int at = slot(feature) * STRIDE;
            while (table[at] != feature && table[at] != 0) {
                at = next(at);
            }
            if (table[at] != 0 && hits < MOST_FEATURES) {
                found[hits++] = at;
            }
        }
        long[] packed = new long[PACKED];
        for (int hit = 0; hit < hits; hit++) {
            for (int p = 0; p < PACKED; p++) {
                packed[p] += table[found[hit] + 1 + p];
            }
        }
        for (int label = 0; label < LABELS; label++) {
            sums[label] = features.length == 0 && label > 0
                    ? NEVER
                    : (int) (packed[label / 4] >>> 16 * (label % 4) & 0xffff) - hits * BIAS;
        }
    }
}
