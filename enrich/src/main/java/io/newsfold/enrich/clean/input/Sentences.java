package io.newsfold.enrich.clean.input;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.newsfold.contract.LanguageCode;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into sentences by Unicode's rules. Thread-safe. */
public final class Sentences {
    private static final String OPENING_QUOTES = "「『《（“";

    private Sentences() {}

    /** As {@link #ofParagraphs(String, String)}, the same for every language. */
    public static List<List<String>> ofParagraphs(String body) {
        return ofParagraphs(body, LanguageCode.UNKNOWN);
    }

    /**
     * The sentences of each paragraph of a body, whose paragraphs stand two line breaks apart; none is empty. They go on
     * after the abbreviations of the language.
     *
     * @param language BCP 47; {@code und} for Unicode's rules alone
     */
    public static List<List<String>> ofParagraphs(String body, String language) {
        boolean isUnknown = language.equals(LanguageCode.UNKNOWN);
        Abbreviations abbreviations = Abbreviations.of(language);
        List<List<String>> paragraphs = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
        for (String paragraph : body.split("\n\n")) {
            List<String> sentences = new ArrayList<>();
            breaks.setText(paragraph);
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                if (!isUnknown && abbreviations.goOnAt(paragraph, end)) {
                    continue;
                }
                int cut = isUnknown ? end : beforeOpeningQuote(paragraph, end);
                String sentence = paragraph.substring(start, cut).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = cut;
            }
            paragraphs.add(sentences);
        }
        return paragraphs;
    }

    /** An opening quotation mark belongs to the sentence that it opens. */
    private static int beforeOpeningQuote(String text, int end) {
        boolean opens = end < text.length() && end > 0 && OPENING_QUOTES.indexOf(text.charAt(end - 1)) >= 0;
        return opens ? end - 1 : end;
    }
}
