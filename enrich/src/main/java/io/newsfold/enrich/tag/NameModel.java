package io.newsfold.enrich.tag;

import io.newsfold.text.WritingSystem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Finds names in one sentence: a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over
 * {@link NameFeatures}, trained offline by {@code NameTrainer}. All sums are of ints, so that every machine finds the
 * same names. Thread-safe.
 */
public final class NameModel {
    private static final String RESOURCE = "names.model.gz";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LABELS = NameLabels.COUNT;

    /** The score of a label that a token cannot have. */
    private static final int NEVER = Integer.MIN_VALUE / 4; // sums of a few of them do not overflow

    /** For each label the labels that it may follow. */
    private static final int[][] BEFORE =
            IntStream.range(0, LABELS).mapToObj(NameModel::labelsBefore).toArray(int[][]::new);

    /** A row for each label of the token before and one for the beginning of the sentence; a column for each label. */
    private final int[] transitions = new int[(LABELS + 1) * LABELS];

    private final NameScorer scorer;

    private NameModel(WritingSystem writing, DataInputStream in) throws IOException {
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readInt();
        }
        FeatureWeights weights = FeatureWeights.read(in);
        scorer = writing == WritingSystem.CHARACTERS
                ? new CharacterScorer(Lexicon.shipped(), weights)
                : new WordScorer(Lexicon.shipped(), weights, writing == WritingSystem.CAPITALS);
    }

    /** Loaded on first use, because the trainer works without it. */
    private static final class Shipped {
        static final NameModel MODEL = load();
    }

    static NameModel shipped() {
        return Shipped.MODEL;
    }

    private static NameModel load() {
        try (var stream = Objects.requireNonNull(NameModel.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(WritingSystem.CAPITALS, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE, e);
        }
    }

    /** Reads what {@code NameModelWriter} wrote. */
    public static NameModel read(WritingSystem writing, InputStream packed) throws IOException {
        try (var unzipped = new GZIPInputStream(packed, BUFFER_BYTES);
                var in = new DataInputStream(new BufferedInputStream(unzipped, BUFFER_BYTES))) {
            return new NameModel(writing, in);
        }
    }

    private static int[] labelsBefore(int label) {
        return IntStream.range(0, LABELS)
                .filter(before -> NameLabels.mayFollow(before, label))
                .toArray();
    }

    /** The names of a sentence, from left to right; a token without scores is part of none. */
    public List<NameSpan> find(List<Token> sentence) {
        int[][] scores = scorer.score(sentence);
        int[] labels = new int[scores.length];
        for (int begin = 0; begin < scores.length; begin++) {
            int end = begin;
            while (end < scores.length && scores[end] != NameScorer.NO_SCORES) {
                end++;
            }
            if (end > begin) {
                setMostLikely(labels, scores, begin, end);
                begin = end;
            }
        }
        return NameLabels.decode(labels);
    }

    /**
     * Sets the most likely labels of a run of tokens, by the Viterbi algorithm. The run is the whole sentence, or
     * ends on one side or both at a token that is outside of names.
     */
    private void setMostLikely(int[] labels, int[][] scores, int begin, int end) {
        int[][] bestBefore = new int[end - begin][LABELS];
        int[] totals = new int[LABELS];
        for (int label = 0; label < LABELS; label++) {
            totals[label] = first(label, begin == 0) + scores[begin][label];
        }
        for (int i = begin + 1; i < end; i++) {
            int[] next = new int[LABELS];
            for (int label = 0; label < LABELS; label++) {
                next[label] = bestBefore(label, totals, bestBefore[i - begin]) + scores[i][label];
            }
            totals = next;
        }
        int label = bestLast(totals, end == labels.length);
        for (int i = end - 1; i >= begin; i--) {
            labels[i] = label;
            label = bestBefore[i - begin][label];
        }
    }

    private int first(int label, boolean beginsSentence) {
        int before = beginsSentence ? LABELS : NameLabels.OUTSIDE;
        return NameLabels.mayFollow(NameLabels.OUTSIDE, label) ? transitions[before * LABELS + label] : NEVER;
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

    private int bestLast(int[] totals, boolean endsSentence) {
        int best = NameLabels.OUTSIDE;
        int most = NEVER;
        for (int label : BEFORE[NameLabels.OUTSIDE]) {
            int total = totals[label] + (endsSentence ? 0 : transitions[label * LABELS + NameLabels.OUTSIDE]);
            if (total > most) {
                most = total;
                best = label;
            }
        }
        return best;
    }
}
