package io.newsfold.enrich.story;

import io.newsfold.enrich.clean.input.Sentences;
import io.newsfold.enrich.fingerprint.Terms;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digest of an article's text, by which a story finds what later articles repeat and add.
 *
 * @param paragraphs of each paragraph, a hash for each sentence of four words or more: equal for equal words in order
 * @param figures numbers of the text in digits, sorted
 */
public record TextDigest(List<List<Integer>> paragraphs, List<String> figures) {
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,:٫٬]\\p{Nd}+)*");
    private static final int MIN_TERMS = 4;

    public TextDigest {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
        figures = List.copyOf(figures);
    }

    /** @param language of the text, BCP 47 */
    static TextDigest of(String body, String language) {
        TreeSet<String> figures = new TreeSet<>();
        Matcher figure = FIGURE.matcher(body);
        while (figure.find()) {
            figures.add(inAscii(figure.group()));
        }
        return new TextDigest(
                Sentences.ofParagraphs(body, language).stream()
                        .map(sentences -> hashes(sentences, language))
                        .toList(),
                List.copyOf(figures));
    }

    private static String inAscii(String figure) {
        StringBuilder ascii = new StringBuilder(figure.length());
        figure.codePoints()
                .forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }

    private static List<Integer> hashes(List<String> sentences, String language) {
        return sentences.stream()
                .map(sentence -> Terms.of(sentence, language))
                .filter(terms -> terms.size() >= MIN_TERMS)
                .map(List::hashCode)
                .toList();
    }
}
