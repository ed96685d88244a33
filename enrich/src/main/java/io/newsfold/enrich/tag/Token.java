package io.newsfold.enrich.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a number or a sign of a text, parted much as in the Penn Treebank: "isn't" is two tokens, "Kim's" is two, "U.S." and "Mr." are one.
 *
 * @param start index of its first char
 * @param end index after its last char
 */
public record Token(String text, int start, int end) {
    private static final String CLITIC = "['’](?:s|S|re|ve|ll|d|m|t)\\b";
    private static final Pattern TOKEN = Pattern.compile(
            "(?:https?://|www\\.)\\S+[\\w/]|[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+|[@#]\\w+" // addresses
                    + "|(?:\\p{L}\\.){2,}|\\p{Lu}\\.(?=\\s+\\p{Lu}|,)" // U.S., J. Doe
                    + "|(?:Mr|Mrs|Ms|Dr|Inc|Corp|Co|Ltd|Jr|Sr|St|Gen|Sen|Rep|Gov|Lt|Col|Prof|Capt|Sgt|Rev|Hon|Maj|Adm|Bros|Mt|Ft"
                    + "|Ph\\.D|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.(?!\\.)"
                    + "|(?<=\\p{L})" + CLITIC + "|n['’]t\\b"
                    + "|\\p{N}+(?:[.,:]\\p{N}+)*"
                    + "|(?:\\p{L}\\p{M}*)+?(?=n['’]t\\b)"
                    + "|(?:[OD]['’](?=\\p{Lu}))?[\\p{L}\\p{M}_]+(?:(?!" + CLITIC + ")['’]\\p{L}+)*\\p{N}*" // O'Neill
                    + "|\\.{2,}|-{2,}|\\S");
    private static final Set<String> STOPS = Set.of(".", "!", "?", "...", "…");
    private static final String CLOSING = "\"”’')]»";

    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(new Token(token.group(), token.start(), token.end()));
        }
        return tokens;
    }

    /** The tokens of a text by sentence: one ends at a line's end, and at a full stop, with what it closes, before a capital, a digit or a quotation. */
    static List<List<Token>> sentences(String text) {
        List<Token> tokens = of(text);
        List<List<Token>> sentences = new ArrayList<>();
        int begin = 0;
        boolean stopped = false;
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            stopped = STOPS.contains(before.text) || stopped && CLOSING.contains(before.text);
            boolean newLine = text.substring(before.end, tokens.get(i).start).indexOf('\n') >= 0;
            if (newLine || stopped && tokens.get(i).opens()) {
                sentences.add(tokens.subList(begin, i));
                begin = i;
                stopped = false;
            }
        }
        if (begin < tokens.size()) {
            sentences.add(tokens.subList(begin, tokens.size()));
        }
        return sentences;
    }

    private boolean opens() {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first) || "\"“‘«([-•".indexOf(first) >= 0;
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }
}
