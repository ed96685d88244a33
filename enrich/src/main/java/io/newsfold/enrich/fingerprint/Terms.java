package io.newsfold.enrich.fingerprint;

import java.util.ArrayList;
import java.util.List;

/** Divides a text into terms: words and numbers in one plain form, that of {@link WordForms} of its language. */
public final class Terms {
    /** Signs behind which a capital says nothing. */
    private static final String SENTENCE_ENDS = ".!?:;\n“\"”•*|-–—(";

    private static final int LETTER_AND_DOT = 2;
    private static final int FIRST_NON_ASCII = 0x80;

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** The bit in which a small letter of ASCII differs from the capital. */
    private static final int CASE_BIT = 0x20;

    private final String text;
    private final WordForms forms;
    private final List<TermOccurrence> occurrences = new ArrayList<>();
    private int at; // the index of the next char

    private Terms(String text, WordForms forms) {
        this.text = text;
        this.forms = forms;
    }

    /**
     * The terms of a text in reading order, with repetitions.
     *
     * @param language of the text, BCP 47
     */
    public static List<String> of(String text, String language) {
        return occurrences(text, WordForms.of(language)).stream()
                .map(TermOccurrence::term)
                .toList();
    }

    /** The terms of a text in reading order, with their capitals and places. */
    static List<TermOccurrence> occurrences(String text, WordForms forms) {
        Terms terms = new Terms(text, forms);
        terms.scan();
        return terms.occurrences;
    }

    private void scan() {
        int lastEnd = 0;
        boolean isFirst = true;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            int start = at;
            boolean isPlain = takePlainWord();
            if (!isPlain && !takeWord()) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            boolean isInside = !isFirst && !hasSentenceEnd(lastEnd, start);
            add(text.substring(start, at), isPlain, isInside);
            isFirst = false;
            lastEnd = at;
        }
    }

    private void add(String word, boolean isPlain, boolean isInside) {
        if (!isPlain && forms.isUndivided(word)) {
            forms.divide(word).forEach(part -> add(part, forms.term(part), isInside));
        } else {
            add(word, isPlain ? forms.plainTerm(word) : forms.term(word), isInside);
        }
    }

    private void add(String word, String term, boolean isInside) {
        if (!term.isEmpty()) {
            occurrences.add(new TermOccurrence(term, Character.isUpperCase(word.codePointAt(0)), isInside));
        }
    }

    /** Moves behind a word of ASCII letters that begins here, if it is clear at once that no more belongs to it. */
    private boolean takePlainWord() {
        int end = at;
        while (isLatin(end)) {
            end++;
        }
        boolean mayBeAbbreviation = end - at == 1 && isChar('.', end);
        if (end == at || mayBeAbbreviation || !endsPlainWord(end)) {
            return false;
        }
        at = end;
        return true;
    }

    private boolean endsPlainWord(int index) {
        if (index == text.length()) {
            return true;
        }
        char next = text.charAt(index);
        return next < FIRST_NON_ASCII && next != '\'' && !isDigit(index);
    }

    /**
     * Moves behind the abbreviation with dots, the number or the word with apostrophes that begins here, if one does.
     */
    private boolean takeWord() {
        if (takeAbbreviation() || takeNumber()) {
            return true;
        }
        if (!takeLetters()) {
            return false;
        }
        for (int mark = at; forms.joinsAtApostrophe() && (isChar('\'', mark) || isChar('’', mark)); mark = at) {
            at++;
            if (!takeLetters()) {
                at = mark;
                break;
            }
        }
        return true;
    }

    /** Takes two letters and more with a dot behind each. */
    private boolean takeAbbreviation() {
        int start = at;
        while (isLatin(at) && isChar('.', at + 1)) {
            at += LETTER_AND_DOT;
        }
        if (at - start >= 2 * LETTER_AND_DOT) {
            return true;
        }
        at = start;
        return false;
    }

    /** Takes digits, with points and commas between them, and the letters behind. */
    private boolean takeNumber() {
        if (!isDigit(at)) {
            return false;
        }
        takeDigits();
        while ((isChar('.', at) || isChar(',', at)) && isDigit(at + 1)) {
            at++;
            takeDigits();
        }
        takeLetters();
        return true;
    }

    private void takeDigits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private boolean takeLetters() {
        int start = at;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            boolean isInside = at > start && isVowelSign(codePoint);
            if (!isLetterOrNumber(codePoint) && !isInside) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at > start;
    }

    private static boolean isLetterOrNumber(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER
                || Character.getType(codePoint) == Character.OTHER_NUMBER;
    }

    /** Signs above, below and beside letters, and what joins letters. */
    private static boolean isVowelSign(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || codePoint == ZERO_WIDTH_JOINER;
    }

    private boolean isLatin(int index) {
        if (index >= text.length()) {
            return false;
        }
        int smallLetter = text.charAt(index) | CASE_BIT;
        return smallLetter >= 'a' && smallLetter <= 'z';
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isChar(char wanted, int index) {
        return index < text.length() && text.charAt(index) == wanted;
    }

    /** Whether a sentence ends in the gap between two words. */
    private boolean hasSentenceEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != ' ' && SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
