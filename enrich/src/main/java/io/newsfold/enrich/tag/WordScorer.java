package io.newsfold.enrich.tag;

import java.util.BitSet;
import java.util.List;

/** Scores the labels of words by {@link NameFeatures}. */
final class WordScorer implements NameScorer {
    /** How far from a word with a capital the model looks, in tokens. */
    private static final int REACH_OF_CAPITALS = 1;

    private final Lexicon lexicon;
    private final FeatureWeights weights;
    private final WordCache cache;
    private final boolean hasCapitals;

    WordScorer(Lexicon lexicon, FeatureWeights weights, boolean hasCapitals) {
        this.lexicon = lexicon;
        this.weights = weights;
        this.hasCapitals = hasCapitals;
        cache = new WordCache(lexicon, weights);
    }

    /**
     * The score of each label for each token that has a capital or is next to one, and {@link #NO_SCORES} for the
     * others: a writer who uses capitals at all begins names with them. All tokens of a sentence without capitals have
     * scores, and of a language that has none.
     */
    @Override
    public int[][] score(List<Token> sentence) {
        ScoredWord[] words = words(sentence);
        BitSet wanted = wanted(sentence);
        SentenceAttributes attributes = new SentenceAttributes(lexicon, attributes(words), wanted);
        FeatureHashes inContext = new FeatureHashes();
        PackedScores sums = new PackedScores();
        int[][] scores = new int[words.length][];
        for (int i = 0; i < words.length; i++) {
            scores[i] = NO_SCORES;
            if (wanted.get(i)) {
                sums.clear();
                inContext.clear();
                NameFeatures.addInContext(attributes, i, inContext);
                weights.add(inContext, sums);
                sums.add(words[i].own(attributes.casingCode(i)));
                for (int offset : TokenFeatures.NEIGHBOURS) {
                    sums.add(word(words, i + offset).asNeighbour(offset));
                }
                scores[i] = sums.toArray();
            }
        }
        return scores;
    }

    private ScoredWord[] words(List<Token> sentence) {
        ScoredWord[] words = new ScoredWord[sentence.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = cache.get(sentence.get(i).text());
        }
        return words;
    }

    private static WordAttributes[] attributes(ScoredWord[] words) {
        WordAttributes[] attributes = new WordAttributes[words.length];
        for (int i = 0; i < words.length; i++) {
            attributes[i] = words[i].attributes();
        }
        return attributes;
    }

    private ScoredWord word(ScoredWord[] words, int token) {
        if (token < 0) {
            return cache.beforeSentence();
        }
        return token < words.length ? words[token] : cache.afterSentence();
    }

    private BitSet wanted(List<Token> sentence) {
        BitSet near = new BitSet(sentence.size());
        for (int i = 0; hasCapitals && i < sentence.size(); i++) {
            if (sentence.get(i).isCapitalized()) {
                near.set(Math.max(0, i - REACH_OF_CAPITALS), Math.min(sentence.size(), i + REACH_OF_CAPITALS + 1));
            }
        }
        if (near.isEmpty()) {
            near.set(0, sentence.size());
        }
        return near;
    }
}
