package io.newsfold.enrich.fingerprint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Divides a text into terms: words and numbers in one plain form, the same for singular and plural. */
public final class Terms {
    /** Signs behind which a capital says nothing. */
    private static final String SENTENCE_ENDS = ".!?:;\n“\"”•*|-–—(";

    private static final int LETTER_AND_DOT = 2;
    private static final int FIRST_NON_ASCII = 0x80;

    /** The bit in which a small letter of ASCII differs from the capital. */
    private static final int CASE_BIT = 0x20;

    /** The ending of a shorter word does not show whether it is a plural. */
    private static final int SHORTEST_PLURAL = 4;

    private final String text;
    private final List<TermOccurrence> occurrences = new ArrayList<>();
    private int at; // the index of the next char

    private Terms(String text) {
        this.text = text;
    }

    /** The terms of a text in reading order, with repetitions. */
    public static List<String> of(String text) {
        return occurrences(text).stream().map(TermOccurrence::term).toList();
    }

    /** The terms of a text in reading order, with their capitals and places. */
    static List<TermOccurrence> occurrences(String text) {
        Terms terms = new Terms(text);
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
            String word = text.substring(start, at);
            String term = isPlain ? singular(word.toLowerCase(Locale.ROOT)) : term(word);
            if (!term.isEmpty()) {
                boolean isCapitalized = Character.isUpperCase(word.codePointAt(0));
                boolean isInside = !isFirst && !hasSentenceEnd(lastEnd, start);
                occurrences.add(new TermOccurrence(term, isCapitalized, isInside));
            }
            isFirst = false;
            lastEnd = at;
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
        for (int mark = at; isChar('\'', mark) || isChar('’', mark); mark = at) {
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
            if (!isLetterOrNumber(codePoint)) {
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

    private static String term(String word) {
        String plain = isAscii(word) ? word.toLowerCase(Locale.ROOT) : plainLetters(word);
        if (plain.isEmpty() || Character.isDigit(plain.charAt(0))) {
            return without(without(plain, ','), '\'');
        }
        String bare = plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
        return singular(without(without(bare, '\''), '.'));
    }

    private static String plainLetters(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        return withoutMarks(decomposed).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= FIRST_NON_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String decomposed) {
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK
                        && Character.getType(c) != Character.COMBINING_SPACING_MARK
                        && Character.getType(c) != Character.ENCLOSING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String without(String word, char mark) {
        return word.indexOf(mark) < 0 ? word : word.replace(String.valueOf(mark), "");
    }

    /** The singular of an English word, roughly: the same for all forms of a word is what counts. */
    private static String singular(String word) {
        if (word.length() < SHORTEST_PLURAL) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > SHORTEST_PLURAL) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean isPlural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }
}
