package io.newsfold.enrich.fingerprint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as terms: words and numbers in one plain form, the same for singular and plural. */
public final class Terms {
    private static final Pattern WORD = Pattern.compile(
            "(?:[A-Za-z]\\.){2,}|\\d+(?:[.,]\\d+)*[\\p{L}\\p{N}]*|[\\p{L}\\p{N}]+(?:['’][\\p{L}\\p{N}]+)*");
    private static final String SENTENCE_ENDS = ".!?:;\n“\"”•*|-–—(";

    private Terms() {}

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
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int last = 0;
        boolean first = true;
        while (word.find()) {
            boolean inside = !first && !endsSentence(text, last, word.start());
            String term = term(word.group());
            if (!term.isEmpty()) {
                words.add(new Word(term, Character.isUpperCase(word.group().codePointAt(0)), inside));
            }
            first = false;
            last = word.end();
        }
        return words;
    }

    private static boolean endsSentence(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String term(String word) {
        String plain = word.chars().allMatch(c -> c < 0x80)
                ? word.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(word, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'');
        if (plain.isEmpty() || Character.isDigit(plain.charAt(0))) {
            return plain.replace(",", "").replace("'", "");
        }
        String bare = (plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain)
                .replace("'", "")
                .replace(".", "");
        return singular(bare);
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
