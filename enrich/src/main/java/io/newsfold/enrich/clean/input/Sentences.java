package io.newsfold.enrich.clean.input;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into sentences by Unicode's rules, the same for every language. Thread-safe. */
public final class Sentences {
    private Sentences() {}

    /** The sentences of each paragraph of a body, whose paragraphs stand two line breaks apart; none is empty. */
    public static List<List<String>> ofParagraphs(String body) {
        List<List<String>> paragraphs = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
        for (String paragraph : body.split("\n\n")) {
            List<String> sentences = new ArrayList<>();
            breaks.setText(paragraph);
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                String sentence = paragraph.substring(start, end).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = end;
            }
            paragraphs.add(sentences);
        }
        return paragraphs;
    }
}
