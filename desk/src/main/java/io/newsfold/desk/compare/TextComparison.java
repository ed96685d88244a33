package io.newsfold.desk.compare;

import java.util.BitSet;
import java.util.List;

/**
 * Two texts compared. Case and punctuation do not count.
 *
 * @param a the first text
 * @param b the second text
 */
public record TextComparison(ComparedText a, ComparedText b) {
    /**
     * Of each text at most its first 100,000 words are compared.
     *
     * @param areVersions whether both are versions of one text: words of sentences that only one has are changed, then
     */
    public static TextComparison of(String a, String b, boolean areVersions) {
        WordedText wordsOfA = WordedText.of(a);
        WordedText wordsOfB = WordedText.of(b);
        List<SentencePair> pairs = SentenceAlignment.of(wordsOfA, wordsOfB, areVersions);
        return new TextComparison(
                new Side(wordsOfA, SharedPassages.wordsOf(wordsOfA, wordsOfB), areVersions).compared(pairs, true),
                new Side(wordsOfB, SharedPassages.wordsOf(wordsOfB, wordsOfA), areVersions).compared(pairs, false));
    }

    /** One of the texts, with the numbers of its words that lie in shared passages. */
    private record Side(WordedText text, BitSet shared, boolean isVersion) {
        ComparedText compared(List<SentencePair> pairs, boolean isA) {
            BitSet kept = new BitSet(text.words().size());
            BitSet paired = new BitSet(text.words().size());
            for (SentencePair pair : pairs) {
                Sentence sentence = isA ? pair.a() : pair.b();
                paired.set(sentence.firstWord(), sentence.firstWord() + sentence.size());
                pair.common().pairs().forEach(p -> kept.set(sentence.firstWord() + (isA ? p.inOne() : p.inOther())));
            }
            BitSet held = new BitSet(text.words().size());
            held.or(shared);
            held.or(kept);
            return ComparedText.of(text, word -> mark(word, kept, paired), held.cardinality());
        }

        private WordMark mark(int word, BitSet kept, BitSet paired) {
            if (shared.get(word)) {
                return WordMark.SHARED;
            }
            boolean changed = !kept.get(word) && (isVersion || paired.get(word));
            return changed ? WordMark.CHANGED : WordMark.NONE;
        }
    }
}
