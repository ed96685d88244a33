package io.newsfold.enrich.tag;

import io.newsfold.text.WritingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides texts into tokens, much as the Penn Treebank does ("isn't" is two tokens, "Kim's" is two, "U.S." and "Mr."
 * are one), and into sentences. The weights of {@link NameModel} were trained on these tokens.
 */
public final class Tokenizer {
    private static final String ADDRESS =
            "(?:https?://|www\\.)\\S+[\\w/]|[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+|[@#]\\w+";
    private static final String INITIALS = "(?:\\p{L}\\.){2,}|\\p{Lu}\\.(?=\\s+\\p{Lu}|,)"; // U.S., J. Doe
    private static final String ABBREVIATION =
            "(?:Mr|Mrs|Ms|Dr|Inc|Corp|Co|Ltd|Jr|Sr|St|Gen|Sen|Rep|Gov|Lt|Col|Prof|Capt|Sgt|Rev|Hon|Maj|Adm|Bros|Mt|Ft"
                    + "|Ph\\.D|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.(?!\\.)";
    private static final String CLITIC = "['’](?:s|S|re|ve|ll|d|m|t)\\b";
    private static final String CLITIC_OF_WORD = "(?<=\\p{L})" + CLITIC + "|n['’]t\\b";
    private static final String NUMBER = "\\p{N}+(?:[.,:]\\p{N}+)*";
    private static final String NEGATED_VERB = "(?:\\p{L}\\p{M}*)+?(?=n['’]t\\b)"; // the is of isn't
    private static final String WORD = // O'Neill is one
            "(?:[OD]['’](?=\\p{Lu}))?[\\p{L}\\p{M}_]+(?:(?!" + CLITIC + ")['’]\\p{L}+)*\\p{N}*";
    private static final String SIGN = "\\.{2,}|-{2,}|\\S";

    /** The first alternative that matches wins. */
    static final Pattern TOKEN = Pattern.compile(
            String.join("|", ADDRESS, INITIALS, ABBREVIATION, CLITIC_OF_WORD, NUMBER, NEGATED_VERB, WORD, SIGN));

    /** Articles and prepositions before vowels: l'Italia, dell'Interno, qu'Emmanuel. */
    private static final String ELISION = "(?i:\\b(?:[dlmntscj]|qu|(?:jus|lors|puis)qu|un|dov|"
            + "(?:de|a|ne|su|da|co|que|be)ll|sant|tutt|quest|nient)['’](?=\\p{L}))";

    private static final Pattern TOKEN_WITH_ELISION =
            Pattern.compile(String.join("|", ADDRESS, INITIALS, ABBREVIATION, NUMBER, ELISION, WORD, SIGN));

    /** Of a text without spaces each character, but words in other scripts as a whole. */
    private static final Pattern CHARACTER = Pattern.compile(
            String.join("|", ADDRESS, NUMBER, "[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}]+", "\\p{L}\\p{M}*", SIGN));

    private static final Set<String> WITH_ELISIONS = Set.of("fr", "it", "ca");
    private static final Set<String> STOPS = Set.of(".", "!", "?", "...", "…", "。", "！", "？", "।", "؟", "۔");
    private static final String CLOSING_SIGNS = "\"”’')]»」』）";

    private Tokenizer() {}

    /** The tokens of a text, from left to right, by the {@linkplain WritingSystem writing} of its language. */
    public static List<Token> tokens(String text, String language) {
        if (WritingSystem.of(language) == WritingSystem.CHARACTERS) {
            return matches(CHARACTER, text);
        }
        return WITH_ELISIONS.contains(language) ? matches(TOKEN_WITH_ELISION, text) : tokens(text);
    }

    private static List<Token> matches(Pattern pattern, String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = pattern.matcher(text);
        while (token.find()) {
            tokens.add(new Token(token.group(), token.start(), token.end()));
        }
        return tokens;
    }

    /** The tokens of an English text, from left to right. */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int start = PlainToken.skipSpace(text, 0);
        while (start < text.length()) {
            int end = PlainToken.end(text, start);
            if (end == PlainToken.UNCLEAR) {
                if (!token.find(start)) {
                    break;
                }
                start = token.start();
                end = token.end();
            }
            tokens.add(new Token(text.substring(start, end), start, end));
            start = PlainToken.skipSpace(text, end);
        }
        return tokens;
    }

    /**
     * The tokens of a text by sentence. A sentence ends at the end of a line, and at a full stop with the signs that
     * close it, where a capital, a digit or an opening sign follows.
     */
    static List<List<Token>> sentences(String text, String language) {
        List<Token> tokens = tokens(text, language);
        List<List<Token>> sentences = new ArrayList<>();
        int begin = 0;
        boolean stopped = false;
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            stopped = STOPS.contains(before.text()) || stopped && CLOSING_SIGNS.contains(before.text());
            if (hasNewLine(text, before.end(), tokens.get(i).start())
                    || stopped && tokens.get(i).canOpenSentence()) {
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

    private static boolean hasNewLine(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
