package io.newsfold.enrich.tag;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Finds names in one sentence: a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over
 * {@link NameFeatures}, trained offline by {@code NameTrainer}. All sums are of ints, so that every machine finds the
 * same names. Immutable.
 */
public final class NameModel {
    private static final String RESOURCE = "names.model.gz";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LABELS = NameLabels.COUNT;
    private static final int NEVER = FeatureWeights.NEVER;

    /** For each label the labels that it may follow. */
    private static final int[][] BEFORE =
            IntStream.range(0, LABELS).mapToObj(NameModel::labelsBefore).toArray(int[][]::new);

    /** A row for each label of the token before and one for the beginning of the sentence; a column for each label. */
    private final int[] transitions = new int[(LABELS + 1) * LABELS];

    private final FeatureWeights weights;

    private NameModel(DataInputStream in) throws IOException {
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readInt();
        }
        weights = FeatureWeights.read(in);
    }

    /** Loaded on first use, because the trainer works without it. */
    private static final class Shipped {
        static final NameModel MODEL = load();
    }

    static NameModel shipped() {
        return Shipped.MODEL;
    }

    private static NameModel load() {
        try (var stream = Objects.requireNonNull(NameModel.class.getResourceAsStream(RESOURCE), RESOURCE);
                var unzipped = new GZIPInputStream(stream, BUFFER_BYTES);
                var in = new DataInputStream(new BufferedInputStream(unzipped, BUFFER_BYTES))) {
            return new NameModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE, e);
        }
    }

    private static int[] labelsBefore(int label) {
        return IntStream.range(0, LABELS)
                .filter(before -> NameLabels.mayFollow(before, label))
                .toArray();
    }

    /** The names of a sentence, from left to right; a token without features is part of none. */
    List<NameSpan> find(int[][] features) {
        return NameLabels.decode(mostLikely(features));
    }

    /** The most likely labels, by the Viterbi algorithm. */
    private int[] mostLikely(int[][] features) {
        int size = features.length;
        int[][] bestBefore = new int[size][LABELS];
        int[] totals = new int[LABELS];
        int[] scores = new int[LABELS];
        for (int i = 0; i < size; i++) {
            weights.score(features[i], scores);
            int[] next = new int[LABELS];
            for (int label = 0; label < LABELS; label++) {
                int best = i == 0 ? beginning(label) : bestBefore(label, totals, bestBefore[i]);
                next[label] = best + scores[label];
            }
            totals = next;
        }
        int[] labels = new int[size];
        int label = bestLast(totals);
        for (int i = size - 1; i >= 0; i--) {
            labels[i] = label;
            label = bestBefore[i][label];
        }
        return labels;
    }

    private int beginning(int label) {
        return NameLabels.mayFollow(NameLabels.OUTSIDE, label) ? transitions[LABELS * LABELS + label] : NEVER;
    }

    /** The highest total with which the label may follow; notes the label before it. */
    private int bestBefore(int label, int[] totals, int[] bestBefore) {
        int most = NEVER;
        for (int before : BEFORE[label]) {
            int total = totals[before] + transitions[before * LABELS + label];
            if (total > most) {
                most = total;
                bestBefore[label] = before;
            }
        }
        return most;
    }

    private static int bestLast(int[] totals) {
        int best = NameLabels.OUTSIDE;
        for (int label = 0; label < LABELS; label++) {
            if (NameLabels.mayFollow(label, NameLabels.OUTSIDE) && totals[label] > totals[best]) {
                best = label;
            }
        }
        return best;
    }
}
