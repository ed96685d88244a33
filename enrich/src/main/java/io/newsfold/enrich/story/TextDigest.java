package io.newsfold.enrich.story;

import io.newsfold.enrich.clean.input.Sentences;
import io.newsfold.enrich.fingerprint.Terms;
import io.newsfold.text.Figures;
import java.util.List;

/**
 * A digest of an article's text, by which a story finds what later articles repeat and add.
 *
 * @param paragraphs of each paragraph, a hash for each sentence of four words or more: equal for equal words in order
 * @param figures numbers of the text in digits, sorted
 */
public record TextDigest(List<List<Integer>> paragraphs, List<String> figures) {
    private static final int MIN_TERMS = 4;

    public TextDigest {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
        figures = List.copyOf(figures);
    }

    /** @param language of the text, BCP 47 */
    static TextDigest of(String body, String language) {
        return new TextDigest(
                Sentences.ofParagraphs(body, language).stream()
                        .map(sentences -> hashes(sentences, language))
                        .toList(),
                List.copyOf(Figures.of(body)));
    }

    private static List<Integer> hashes(List<String> sentences, String language) {
        return sentences.stream()
                .map(sentence -> Terms.of(sentence, language))
                .filter(terms -> terms.size() >= MIN_TERMS)
                .map(List::hashCode)
                .toList();
    }
}
