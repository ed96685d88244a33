package io.newsfold.enrich.tag;

import org.jspecify.annotations.Nullable;

/**
 * A word with the scores that it gives to the token where it stands and to the tokens around. These are the same
 * wherever the word stands, and come from two thirds of all features, so they are computed once, when they are first
 * needed. Thread-safe without locks: two threads may compute the same scores twice.
 */
final class ScoredWord {
    private final WordAttributes attributes;
    private final FeatureWeights weights;
    private final @Nullable PackedScores[] byCasing = new PackedScores[Casing.CODES];
    private final @Nullable PackedScores[] byOffset = new PackedScores[2 * TokenFeatures.WINDOW + 1];

    ScoredWord(WordAttributes attributes, FeatureWeights weights) {
        this.attributes = attributes;
        this.weights = weights;
    }

    WordAttributes attributes() {
        return attributes;
    }

    /** The scores that it gives to its own token. */
    PackedScores own(int casing) {
        PackedScores scores = byCasing[casing];
        if (scores == null) {
            FeatureHashes features = new FeatureHashes();
            TokenFeatures.addOwn(attributes, casing, features);
            scores = sum(features);
            byCasing[casing] = scores;
        }
        return scores;
    }

    /** The scores that it gives to the token from which it is so far away. */
    PackedScores asNeighbour(int offset) {
        PackedScores scores = byOffset[TokenFeatures.WINDOW + offset];
        if (scores == null) {
            FeatureHashes features = new FeatureHashes();
            TokenFeatures.addNeighbour(attributes, offset, features);
            scores = sum(features);
            byOffset[TokenFeatures.WINDOW + offset] = scores;
        }
        return scores;
    }

    private PackedScores sum(FeatureHashes features) {
        PackedScores sums = new PackedScores();
        weights.add(features, sums);
        return new PackedScores(sums); // other threads may see only what was there when its constructor ended
    }
}
