package io.newsfold.enrich.tag;

import java.util.List;

/** Scores the labels of characters by {@link CharacterFeatures}. */
record CharacterScorer(Lexicon lexicon, FeatureWeights weights) implements NameScorer {
    @Override
    public int[][] score(List<Token> sentence) {
        CharacterFeatures characters = new CharacterFeatures(lexicon, sentence);
        FeatureHashes features = new FeatureHashes();
        PackedScores sums = new PackedScores();
        int[][] scores = new int[sentence.size()][];
        for (int i = 0; i < scores.length; i++) {
            features.clear();
            sums.clear();
            characters.add(i, features);
            weights.add(features, sums);
            scores[i] = sums.toArray();
        }
        return scores;
    }
}
