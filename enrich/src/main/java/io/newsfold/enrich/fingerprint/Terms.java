package io.newsfold.enrich.fingerprint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text as terms: words and numbers in one plain form, the same for singular and plural. */
public final class Terms {
    private static final String SENTENCE_ENDS = ".!?:;\n“\"”•*|-–—(";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Terms(String text) {
        this.text = text;
    }

    /**
     * A word of a text.
     *
     * @param term never empty
     * @param isInside whether it stands inside a sentence, where a capital means a name
     */
    record Word(String term, boolean isCapitalised, boolean isInside) {
        boolean isNumber() {
            return Character.isDigit(term.charAt(0));
        }
    }

    /** The terms of a text in reading order, with repetitions. */
    public static List<String> of(String text) {
        return words(text).stream().map(Word::term).toList();
    }

    static List<Word> words(String text) {
        Terms terms = new Terms(text);
        terms.scan();
        return terms.words;
    }

    private void scan() {
        int last = 0;
        boolean first = true;
        while (at < text.length()) {
            int start = at;
            if (!takeWord()) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            String word = text.substring(start, at);
            boolean inside = !first && !endsSentence(last, start);
            String term = term(word);
            if (!term.isEmpty()) {
                words.add(new Word(term, Character.isUpperCase(word.codePointAt(0)), inside));
            }
            first = false;
            last = at;
        }
    }

    /** Moves behind the word that begins here, if one does: an abbreviation with dots, a number, or a word with apostrophes inside. */
    private boolean takeWord() {
        int start = at;
        while (isLatin(at) && isChar('.', at + 1)) {
            at += 2;
        }
        if (at - start >= 4) {
            return true;
        }
        at = start;
        if (isDigit(at)) {
            takeDigits();
            while ((isChar('.', at) || isChar(',', at)) && isDigit(at + 1)) {
                at++;
                takeDigits();
            }
            takeLetters();
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
        return index < text.length()
                && (text.charAt(index) >= 'a' && text.charAt(index) <= 'z'
                        || text.charAt(index) >= 'A' && text.charAt(index) <= 'Z');
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isChar(char wanted, int index) {
        return index < text.length() && text.charAt(index) == wanted;
    }

    private boolean endsSentence(int start, int end) {
        for (int i = start; i < end; i++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String term(String word) {
        String plain = isAscii(word)
                ? word.toLowerCase(Locale.ROOT)
                : withoutMarks(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'');
        if (plain.isEmpty() || Character.isDigit(plain.charAt(0))) {
            return without(without(plain, ','), '\'');
        }
        String bare = plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
        return singular(without(without(bare, '\''), '.'));
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
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

    private static String singular(String word) {
        if (word.length() <= 3) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
