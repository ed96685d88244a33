package io.newsfold.contract;

import java.util.List;

/**
 * What decides between the versions of an article, in a few hundred bytes: a receipt has it, so that the outcomes of
 * all deliveries follow from their receipts. Sentences are hashed by their letters and digits in lower case.
 *
 * @param doubtful whether the text may be no article
 * @param teaser whether it breaks off, or its page says that there is more for subscribers
 * @param notice whether it says that it was corrected, shortened or withdrawn
 * @param letters letters and digits of the text
 * @param headline hash of the headline
 * @param sentences hashes of the first 64 sentences, in their order
 * @param ending hash of the last sentence
 */
public record TextSketch(
        boolean doubtful,
        boolean teaser,
        boolean notice,
        int letters,
        int headline,
        List<Integer> sentences,
        int ending) {
    /** So many sentences are hashed; a text with more is no beginning of another one. */
    public static final int SENTENCES = 64;

    private static final double MOST_OF_A_TEASER = 0.8;
    private static final double MOST_OF_A_BEGINNING = 0.6;
    private static final double SHARED_BY_A_BEGINNING = 0.8;
    private static final double MOST_OF_A_BRIEF = 0.2;
    private static final int LETTERS_OF_A_BRIEF = 400;

    public TextSketch {
        sentences = List.copyOf(sentences);
    }

    /** Whether the text is a teaser of {@code other}: it breaks off, and has clearly fewer letters. */
    boolean isTeaserOf(TextSketch other) {
        return teaser && letters < MOST_OF_A_TEASER * other.letters;
    }

    /**
     * Whether the text is a part of {@code other} without its end. An article that its publisher shortens is worded
     * anew, or ends as it did.
     */
    boolean isBeginningOf(TextSketch other) {
        if (notice || letters >= MOST_OF_A_BEGINNING * other.letters || sentences.contains(other.ending)) {
            return false;
        }
        // the last sentence may be cut, so it need not be among the others
        List<Integer> whole = sentences.size() > 1 ? sentences.subList(0, sentences.size() - 1) : sentences;
        long shared = whole.stream().filter(other.sentences::contains).count();
        return shared > 0 && shared >= SHARED_BY_A_BEGINNING * whole.size();
    }

    /** Whether the text is a summary of {@code other}: a sentence or two in other words under the same headline. */
    boolean isBriefOf(TextSketch other) {
        return !notice
                && headline == other.headline
                && letters <= LETTERS_OF_A_BRIEF
                && letters <= MOST_OF_A_BRIEF * other.letters;
    }
}
