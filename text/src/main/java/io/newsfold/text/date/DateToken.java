package io.newsfold.text.date;

/**
 * A number, a word or a sign of a text that may hold a date.
 *
 * @param key of a word: lower case, without accents, points and optional vowel signs; of a sign: the sign in its plain
 *     form; of a number: empty
 * @param value of a number of at most 18 digits, -1 for anything else
 * @param digits of a number, 0 for anything else
 * @param start offset of its first character
 * @param end offset after its last character
 * @param spaced whether white space stands before it
 */
record DateToken(Kind kind, String key, long value, int digits, int start, int end, boolean spaced) {
    /** What stands before the first and after the last token. */
    static final DateToken NONE = new DateToken(Kind.SIGN, "", -1, 0, 0, 0, true);

    enum Kind {
        NUMBER,
        WORD,
        SIGN
    }

    /** Whether it is {@link #NONE}: every other token ends after the first character. */
    boolean isNone() {
        return end == 0;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && key.equals(sign);
    }

    /** Whether it can be a day, a month, an hour or a minute by its length. */
    boolean isShortNumber() {
        return kind == Kind.NUMBER && digits <= 2;
    }
}
