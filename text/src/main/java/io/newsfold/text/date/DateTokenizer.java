package io.newsfold.text.date;

import com.ibm.icu.text.Normalizer2;
import io.newsfold.text.date.DateToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Divides a text into numbers, words and signs, whatever its script and its digits. */
final class DateTokenizer {
    /** Signs of the Chinese, Japanese and Korean notations that are words of their own beside a number. */
    private static final String HAN_UNITS = "年月日号號时時点點分秒";

    private static final String HAN_DIGITS = "〇一二三四五六七八九";
    private static final int TEN = 10;
    private static final int MOST_DIGITS = 18;

    private final String text;
    private final List<DateToken> tokens = new ArrayList<>();
    private int at;
    private boolean spaced;

    private DateTokenizer(String text) {
        this.text = text;
    }

    static List<DateToken> tokens(String text) {
        DateTokenizer tokenizer = new DateTokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        int point = text.codePointAt(at);
        if (isSpace(point)) {
            spaced = true;
            at += Character.charCount(point);
        } else if (Character.isDigit(point)) {
            addNumber();
        } else if (isHan(point)) {
            addHan();
        } else if (isLetter(point)) {
            addWord();
        } else {
            int start = at;
            at += Character.charCount(point);
            add(new DateToken(Kind.SIGN, sign(point), -1, 0, start, at, spaced));
        }
    }

    private void add(DateToken token) {
        tokens.add(token);
        spaced = false;
    }

    private void addNumber() {
        int start = at;
        long value = 0;
        int digits = 0;
        while (at < text.length() && Character.isDigit(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            value = digits < MOST_DIGITS ? value * TEN + Character.digit(point, TEN) : -1;
            digits++;
            at += Character.charCount(point);
        }
        add(new DateToken(Kind.NUMBER, "", value, digits, start, at, spaced));
    }

    private void addHan() {
        int start = at;
        int numerals = endOfNumerals(start);
        boolean number = numerals > start && numerals < text.length() && isUnit(text.charAt(numerals));
        if (number) {
            String digits = text.substring(start, numerals);
            at = numerals;
            long value = hanValue(digits);
            int length = digits.indexOf('十') < 0
                    ? digits.length()
                    : Long.toString(value).length();
            add(new DateToken(Kind.NUMBER, "", value, length, start, at, spaced));
            return;
        }
        at++;
        if (!isUnit(text.charAt(start))) {
            while (at < text.length() && continuesHanWord()) {
                at++;
            }
        }
        add(new DateToken(Kind.WORD, text.substring(start, at), -1, 0, start, at, spaced));
    }

    private boolean continuesHanWord() {
        char next = text.charAt(at);
        int numerals = endOfNumerals(at);
        boolean number = numerals > at && numerals < text.length() && isUnit(text.charAt(numerals));
        return isHan(next) && !isUnit(next) && !number;
    }

    private int endOfNumerals(int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == '十' || HAN_DIGITS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** The value of digits in a row, or of tens and ones around the sign for ten. */
    private static long hanValue(String digits) {
        int ten = digits.indexOf('十');
        if (ten < 0) {
            long value = 0;
            for (int i = 0; i < digits.length() && i < MOST_DIGITS; i++) {
                value = value * TEN + HAN_DIGITS.indexOf(digits.charAt(i));
            }
            return value;
        }
        long tens = ten == 0 ? 1 : hanValue(digits.substring(0, ten));
        String ones = digits.substring(ten + 1);
        return ones.indexOf('十') >= 0 ? -1 : tens * TEN + hanValue(ones);
    }

    private void addWord() {
        int start = at;
        while (at < text.length() && continuesWord()) {
            at += Character.charCount(text.codePointAt(at));
        }
        add(new DateToken(Kind.WORD, key(text.substring(start, at)), -1, 0, start, at, spaced));
    }

    /** A point between two letters belongs to the word: "p.m.", "мая". */
    private boolean continuesWord() {
        int point = text.codePointAt(at);
        if (point == '.') {
            return at + 1 < text.length() && isLetter(text.codePointAt(at + 1));
        }
        return isLetter(point) && !isHan(point);
    }

    /** The form in which words are compared. */
    static String key(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return lower;
        }
        StringBuilder key = new StringBuilder();
        Normalizer2.getNFDInstance()
                .normalize(lower)
                .codePoints()
                .filter(DateTokenizer::isEssential)
                .forEach(point -> key.appendCodePoint(plain(point)));
        return Normalizer2.getNFCInstance().normalize(key).replace("म्ब", "ंब");
    }

    private static boolean isEssential(int point) {
        boolean accent = point >= 0x300 && point <= 0x36F;
        boolean arabicVowel = point >= 0x64B && point <= 0x655 || point == 0x670 || point == 0x640;
        boolean nukta = point == 0x93C || point == 0x9BC;
        return point != '.' && !accent && !arabicVowel && !nukta && Character.getType(point) != Character.FORMAT;
    }

    private static int plain(int point) {
        return switch (point) {
            case 'ı' -> 'i';
            case 'ي', 'ى' -> 'ی';
            case 'ك' -> 'ک';
            default -> point;
        };
    }

    private static String sign(int point) {
        return switch (point) {
            case '／', '⁄' -> "/";
            case '：' -> ":";
            case '．', '。' -> ".";
            case '，', '、', '،' -> ",";
            case '‐', '‑', '–', '—', '−', '－', 'ー' -> "-";
            default -> Character.toString(point);
        };
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT && point != 0x200C;
    }

    private static boolean isLetter(int point) {
        int type = Character.getType(point);
        return Character.isLetter(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || point == 0x200C;
    }

    private static boolean isHan(int point) {
        return point >= 0x4E00 && point <= 0x9FFF || point == '〇';
    }

    private static boolean isUnit(char sign) {
        return HAN_UNITS.indexOf(sign) >= 0;
    }
}
