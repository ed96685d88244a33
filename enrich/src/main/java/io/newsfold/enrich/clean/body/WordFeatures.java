package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.Bylines;
import io.newsfold.enrich.clean.input.TextMeasures;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.jspecify.annotations.Nullable;

/** The features that one block has by its words alone. */
final class WordFeatures {
    private static final int BYLINE_WORDS = 15;
    private static final String QUOTATION_MARKS = "\"“”'‘«»„";
    private static final String SENTENCE_ENDS = ".!?…。！？:;";

    /** How a block ends; the ordinal is the code of {@link BlockFeature#ENDING}. */
    private enum Ending {
        NO_SENTENCE,
        FULL_STOP,
        OTHER_MARK,
        COLON_OR_SEMICOLON
    }

    /** What a block begins with; the ordinal is the code of {@link BlockFeature#OPENING}. */
    private enum Opening {
        SMALL_LETTER,
        CAPITAL,
        LETTER_WITHOUT_CASE,
        DIGIT,
        QUOTATION_MARK,
        OTHER
    }

    private final FeatureRow row = new FeatureRow(FeatureSchema.WORDS);
    private final LongArrayList words;
    private final LongArrayList longWords;
    private final @Nullable DropReason phrase;
    private final boolean prose;

    WordFeatures(Block block) {
        WordCounts counts = WordCounts.of(block.text(), block.words());
        words = counts.words;
        longWords = counts.longWords;
        phrase = Phrases.reason(block).orElse(null);
        setLengthAndMarks(block.text(), counts);
        setLetters(counts);
        setKindsOfWords(counts);
        setLinesOfBoilerplate(block);
        prose = words.size() >= BlockFeature.PROSE_WORDS
                && get(BlockFeature.ENDING) > Ending.NO_SENTENCE.ordinal()
                && block.kind() != Block.Kind.HEADING;
    }

    private void setLengthAndMarks(String text, WordCounts counts) {
        row.set(BlockFeature.WORDS, words.size());
        row.set(BlockFeature.CHARACTERS, text.length());
        row.set(BlockFeature.ENDING, ending(text).ordinal());
        row.set(BlockFeature.OPENING, opening(text.charAt(0)).ordinal());
        row.set(BlockFeature.COMMAS_PER_WORD, perWord(counts.commas));
        row.set(BlockFeature.STOPS_PER_WORD, perWord(counts.stops));
        row.set(BlockFeature.SEPARATORS_PER_WORD, perWord(counts.separators));
        row.set(BlockFeature.ADDRESS_MARKS, counts.addressMarks);
        row.set(BlockFeature.QUOTATION_MARKS, counts.quotationMarks);
    }

    private void setLetters(WordCounts counts) {
        float letters = Math.max(1, counts.letters);
        row.set(BlockFeature.LETTERS_PER_WORD, perWord(counts.letters));
        row.set(BlockFeature.CAPITALISED_SHARE, perWord(counts.capitalisedWords));
        row.set(BlockFeature.UPPER_CASE_SHARE, counts.capitals / letters);
        row.set(BlockFeature.DIGIT_SHARE, counts.digits / letters);
    }

    private void setKindsOfWords(WordCounts counts) {
        row.set(BlockFeature.FUNCTION_WORD_SHARE, perWord(counts.functionWords));
        row.set(BlockFeature.FIRST_PERSON_SHARE, perWord(counts.firstPerson));
        row.set(BlockFeature.SECOND_PERSON_SHARE, perWord(counts.secondPerson));
        row.set(BlockFeature.TIME_WORD_SHARE, perWord(counts.timeWords));
    }

    private void setLinesOfBoilerplate(Block block) {
        row.set(BlockFeature.LINK_SHARE, block.linkShare());
        row.set(BlockFeature.PHRASE, phrase == null ? 0 : phrase.ordinal() + 1);
        row.set(
                BlockFeature.BYLINE,
                words.size() <= BYLINE_WORDS && !Bylines.in(block.text()).isEmpty());
    }

    private float perWord(int count) {
        return count / (float) Math.max(1, words.size());
    }

    private static Ending ending(String text) {
        if (!TextMeasures.endsLikeSentence(text)) {
            return Ending.NO_SENTENCE;
        }
        int end = text.length() - 1;
        while (end > 0 && SENTENCE_ENDS.indexOf(text.charAt(end)) < 0) {
            end--;
        }
        return switch (text.charAt(end)) {
            case '.', '。' -> Ending.FULL_STOP;
            case ':', ';' -> Ending.COLON_OR_SEMICOLON;
            default -> Ending.OTHER_MARK;
        };
    }

    private static Opening opening(char first) {
        if (Character.isLowerCase(first)) {
            return Opening.SMALL_LETTER;
        }
        if (Character.isUpperCase(first)) {
            return Opening.CAPITAL;
        }
        if (Character.isLetter(first)) {
            return Opening.LETTER_WITHOUT_CASE;
        }
        if (Character.isDigit(first)) {
            return Opening.DIGIT;
        }
        return QUOTATION_MARKS.indexOf(first) >= 0 ? Opening.QUOTATION_MARK : Opening.OTHER;
    }

    /** A row of {@link FeatureSchema#WORDS}. */
    FeatureRow row() {
        return row;
    }

    float get(BlockFeature feature) {
        return row.get(feature);
    }

    /** The words as hashes, as in {@link WordCounts#words}. */
    LongArrayList words() {
        return words;
    }

    /** The words that say what the block is about, as in {@link WordCounts#longWords}. */
    LongArrayList longWords() {
        return longWords;
    }

    /** The kind of boilerplate that a phrase in the block belongs to. */
    @Nullable
    DropReason phrase() {
        return phrase;
    }

    /** Whether it is prose, as {@link BlockFeature} defines it. */
    boolean isProse() {
        return prose;
    }
}
