package io.newsfold.desk.compare;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text in words and sentences, by Unicode's rules.
 *
 * @param text up to its last word that counts; paragraphs are separated by empty lines
 * @param words at most {@link #MAX_WORDS}, in order
 * @param sentences together they have all words
 * @param isCut whether the text had more words
 */
record WordedText(String text, List<Word> words, List<Sentence> sentences, boolean isCut) {
    /** A comparison takes time and memory by the number of words: more than these are left out. */
    static final int MAX_WORDS = 100_000;

    /** The time of a comparison grows with the square of the length of a sentence: longer ones are cut. */
    private static final int MAX_SENTENCE = 200;

    private static final String PARAGRAPH_END = "\n\n";

    WordedText {
        words = List.copyOf(words);
        sentences = List.copyOf(sentences);
    }

    static WordedText of(String text) {
        List<Word> words = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        BreakIterator sentenceBreaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
        BreakIterator wordBreaks = BreakIterator.getWordInstance(ULocale.ROOT);
        int start = 0;
        while (start < text.length() && words.size() <= MAX_WORDS) {
            int found = text.indexOf(PARAGRAPH_END, start);
            int end = found < 0 ? text.length() : found;
            String paragraph = text.substring(start, end);
            sentenceBreaks.setText(paragraph);
            int from = sentenceBreaks.first();
            for (int to = sentenceBreaks.next(); to != BreakIterator.DONE; to = sentenceBreaks.next()) {
                wordBreaks.setText(paragraph.substring(from, to));
                int first = words.size();
                addWords(text, start + from, wordBreaks, words);
                addSentences(words, first, sentences);
                from = to;
            }
            start = end + PARAGRAPH_END.length();
        }
        boolean isCut = words.size() > MAX_WORDS;
        List<Word> counted = words.subList(0, Math.min(words.size(), MAX_WORDS));
        String shown = isCut ? text.substring(0, counted.get(MAX_WORDS - 1).end()) : text;
        return new WordedText(shown, counted, sentences, isCut);
    }

    /** Adds the words of one sentence, and stops with one word more than count. */
    private static void addWords(String text, int offset, BreakIterator breaks, List<Word> words) {
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE && words.size() <= MAX_WORDS; to = breaks.next()) {
            boolean isWord = breaks.getRuleStatus() >= BreakIterator.WORD_NUMBER;
            if (isWord || isSign(text.codePointAt(offset + from))) {
                words.add(new Word(form(text.substring(offset + from, offset + to)), offset + from, offset + to));
            }
            from = to;
        }
    }

    /** Signs without which a figure has another meaning. */
    private static boolean isSign(int codePoint) {
        return Character.getType(codePoint) == Character.CURRENCY_SYMBOL || codePoint == '%' || codePoint == '‰';
    }

    private static String form(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }

    private static void addSentences(List<Word> words, int first, List<Sentence> sentences) {
        int last = Math.min(words.size(), MAX_WORDS);
        for (int from = first; from < last; from += MAX_SENTENCE) {
            sentences.add(new Sentence(
                    from,
                    words.subList(from, Math.min(last, from + MAX_SENTENCE)).stream()
                            .map(Word::form)
                            .toList()));
        }
    }
}
