package io.newsfold.enrich.tag;

import org.jspecify.annotations.Nullable;

/**
 * The words of the last texts with their scores: nearly all words of a text are among the few thousand that other texts
 * have too. A word takes the place of another whose hash has the same low bits. Thread-safe without locks, because what
 * is here depends on the words alone.
 */
final class WordCache {
    private static final int SLOTS = 1 << 15;

    /** Longer words are not kept, so that no text can fill the memory. */
    private static final int LONGEST = 40;

    private final Lexicon lexicon;
    private final FeatureWeights weights;
    private final ScoredWord beforeSentence;
    private final ScoredWord afterSentence;
    private final @Nullable ScoredWord[] slots = new ScoredWord[SLOTS];

    WordCache(Lexicon lexicon, FeatureWeights weights) {
        this.lexicon = lexicon;
        this.weights = weights;
        beforeSentence = new ScoredWord(WordAttributes.BEFORE_SENTENCE, weights);
        afterSentence = new ScoredWord(WordAttributes.AFTER_SENTENCE, weights);
    }

    ScoredWord beforeSentence() {
        return beforeSentence;
    }

    ScoredWord afterSentence() {
        return afterSentence;
    }

    ScoredWord get(String word) {
        int hash = word.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        ScoredWord kept = slots[slot];
        if (kept != null && kept.attributes().written().equals(word)) {
            return kept;
        }
        ScoredWord made = new ScoredWord(new WordAttributes(lexicon, word), weights);
        if (word.length() <= LONGEST) {
            slots[slot] = made;
        }
        return made;
    }
}
