package io.newsfold.enrich.tag;

import org.jspecify.annotations.Nullable;

/**
 * The words of the last texts with their scores: nearly all words of a text are among the few thousand that other texts
 * have too. Words whose hashes have the same low bits share two slots, the last used first; a third takes the place of
 * the second. Thread-safe without locks, because what is here depends on the words alone.
 */
final class WordCache {
    private static final int SLOTS = 1 << 16;

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
        int last = (hash ^ (hash >>> Short.SIZE)) & (SLOTS - 2);
        ScoredWord kept = slots[last];
        if (isFor(word, kept)) {
            return kept;
        }
        ScoredWord elder = slots[last + 1];
        ScoredWord found = isFor(word, elder) ? elder : new ScoredWord(new WordAttributes(lexicon, word), weights);
        if (word.length() <= LONGEST) {
            slots[last] = found;
            slots[last + 1] = kept;
        }
        return found;
    }

    private static boolean isFor(String word, @Nullable ScoredWord kept) {
        return kept != null && kept.attributes().written().equals(word);
    }
}
