package io.newsfold.enrich.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text.
 *
 * @param start index of its first char
 * @param end index after its last char
 * @param startsSentence whether a sentence, a quotation or a line begins with it
 * @param joined whether only a space parts it from the word before
 */
record Token(String text, int start, int end, boolean startsSentence, boolean joined) {
    private static final Pattern WORD = Pattern.compile(
            "(?:\\p{Lu}\\.){2,}|\\p{Lu}\\.(?= \\p{Lu})|[\\p{L}\\p{N}]+(?:[-'’.](?=\\p{L})[\\p{L}\\p{N}]+)*");
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?:Mr|Mrs|Ms|Dr|Gen|Lt|Sen|Rep|Gov|Col|Maj|Capt|Sgt|Prof|St|Jr|Sr|\\p{Lu})");

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int last = 0;
        while (word.find()) {
            String gap = text.substring(last, word.start());
            String before =
                    tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text();
            boolean abbreviated =
                    gap.equals(". ") && ABBREVIATION.matcher(before).matches();
            boolean starts =
                    tokens.isEmpty() || !abbreviated && gap.chars().anyMatch(c -> ".!?\n:\"“”‘•".indexOf(c) >= 0);
            boolean joined = gap.equals(" ") || abbreviated;
            String plain = possessive(word.group());
            tokens.add(new Token(plain, word.start(), word.start() + plain.length(), starts, joined));
            last = word.start() + plain.length();
        }
        return tokens;
    }

    private static String possessive(String word) {
        return word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean isAcronym() {
        return text.length() >= 2
                && text.length() <= 6
                && text.chars().allMatch(c -> Character.isUpperCase(c) || c == '.');
    }
}
