package io.newsfold.enrich.revision;

import io.newsfold.contract.Flag;
import io.newsfold.contract.TextSketch;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.clean.input.Sentences;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import java.util.Set;

/** Makes the sketch of a text, by which its version is compared with others. */
final class TextSketcher {
    private static final Set<String> TEASERS =
            Set.of(Flag.PAYWALL.code(), Flag.TEASER.code(), Flag.HEADLINE_ONLY.code());

    private static final int NOTICE_CHARS = 400;

    private TextSketcher() {}

    static TextSketch sketch(CleanText text) {
        String body = text.article().articleBody();
        String headline = text.article().headline();
        List<Integer> sentences = Sentences.ofParagraphs(body).stream()
                .flatMap(List::stream)
                .map(TextMeasures::bare)
                .filter(sentence -> !sentence.isEmpty())
                .map(String::hashCode)
                .toList();
        return new TextSketch(
                text.flags().contains(Flag.DOUBTFUL_PAGE.code()),
                breaksOff(body) || text.flags().stream().anyMatch(TEASERS::contains),
                CorrectionNotice.isIn(headline + "\n" + ends(body)),
                letters(body),
                TextMeasures.bare(headline).hashCode(),
                sentences.stream().limit(TextSketch.SENTENCES).toList(),
                sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1));
    }

    /** Whether it ends with dots, as a text does that goes on elsewhere; brackets around the dots aside. */
    private static boolean breaksOff(String body) {
        String end = body.substring(Math.max(0, body.length() - 8)).replaceAll("[\\])\\s»>]+$", "");
        return end.endsWith("…") || end.endsWith("...");
    }

    /** Notices stand before a text or after it. */
    private static String ends(String body) {
        return body.length() <= 2 * NOTICE_CHARS
                ? body
                : body.substring(0, NOTICE_CHARS) + "\n" + body.substring(body.length() - NOTICE_CHARS);
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
