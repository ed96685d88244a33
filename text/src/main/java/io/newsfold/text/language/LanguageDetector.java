package io.newsfold.text.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The language of a text, by n-grams of its words, by words that tell neighbours apart, and by its script where only
 * one language has it. Pure; thread-safe.
 *
 * <p>Each n-gram of a word speaks for the languages that it is frequent in. Of the language that most speaks for and its
 * neighbours, the one is taken that has the most {@link MarkWords mark words} which the others lack.
 */
public final class LanguageDetector {
    /**
     * A language and how sure we are.
     *
     * @param code BCP 47, {@code und} where it cannot be told
     * @param confidence 0.0 to 1.0
     */
    public record Guess(String code, double confidence) {}

    private static final Guess UNKNOWN = new Guess("und", 0);
    private static final int LETTERS_LOOKED_AT = 2_000;
    /** The beginning, which is enough for most texts. */
    private static final int FIRST_LETTERS = 500;
    /** A neighbour with n-grams of its own must have so much of the score of the best. */
    private static final double CLOSE = 0.93;
    /** Of so many words more than one must speak for a language that no neighbour stands for. */
    private static final int FEW_WORDS = 8;
    /** So many mark words are certain. */
    private static final double CERTAIN_WORDS = 4;
    /** A lead of so much of the score is certain. */
    private static final double CERTAIN_LEAD = 0.2;
    /** A sure text has n-grams of so much on average, of 1. */
    private static final double GOOD_MEAN = 0.5;
    /** Below, what the source says counts more, if the language has so much of the best score. */
    private static final double OPEN = 0.3;

    private static final double POSSIBLE = 0.8;
    /** With so many letters the lead counts in full. */
    private static final double ENOUGH_LETTERS = 40;

    private static final Map<UnicodeScript, String> BY_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.ORIYA, "or"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.TIBETAN, "bo"),
            Map.entry(UnicodeScript.THAANA, "dv"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.HEBREW, "he"));

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}'’ʻ‘`]+");
    private static final LanguageNgrams NGRAMS = LanguageNgrams.shipped();
    private static final Map<String, MarkWords> MARKS = MarkWords.shipped();

    private LanguageDetector() {}

    /** The language of a text, by its first 2,000 letters. */
    public static Guess of(String text) {
        return of(text, "");
    }

    /**
     * The language of a text, by its first 500 letters where these are certain, else by its first 2,000, and where
     * these leave it open by what its source says.
     *
     * @param declared BCP 47, as a page or a feed declares it; empty where it does not
     */
    public static Guess of(String text, String declared) {
        Guess first = of(TextSample.of(text, FIRST_LETTERS), declared);
        boolean isEnough = first.confidence() == 1 || text.length() <= FIRST_LETTERS;
        return isEnough ? first : of(TextSample.of(text, LETTERS_LOOKED_AT), declared);
    }

    private static Guess of(TextSample sample, String declared) {
        if (sample.letters() == 0) {
            return UNKNOWN;
        }
        UnicodeScript script = sample.script();
        if (script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
            return new Guess(sample.hasKana() ? "ja" : "zh", sure(1, sample));
        }
        String only = BY_SCRIPT.get(script);
        return only == null ? byScores(sample, inTables(declared, script)) : new Guess(only, sure(1, sample));
    }

    private static Guess byScores(TextSample sample, String declared) {
        LanguageNgrams.Scores scores = NGRAMS.scores(pieces(sample));
        if (scores.of(scores.best()) == 0) {
            return UNKNOWN;
        }
        Guess guess = byWords(sample, scores);
        boolean isOpen = guess.confidence() < OPEN && isPossible(declared, scores);
        return isOpen ? new Guess(code(declared), OPEN) : guess;
    }

    private static boolean isPossible(String declared, LanguageNgrams.Scores scores) {
        MarkWords marks = MARKS.get(declared);
        return scores.of(declared) >= POSSIBLE * scores.of(scores.best())
                || marks != null && marks.neighbours().contains(scores.best());
    }

    /** The parts of the words between signs that are no letters, as the table of n-grams has them. */
    private static List<byte[]> pieces(TextSample sample) {
        List<byte[]> pieces = new ArrayList<>(sample.words().size());
        for (String word : sample.words()) {
            if (word.codePoints().allMatch(LanguageDetector::isInPiece)) {
                pieces.add(word.getBytes(UTF_8));
            } else {
                NO_LETTERS.splitAsStream(word).forEach(piece -> pieces.add(piece.getBytes(UTF_8)));
            }
        }
        return pieces;
    }

    private static boolean isInPiece(int sign) {
        return sign >= 'a' && sign <= 'z' || Character.isLetter(sign) || TextSample.isApostrophe(sign);
    }

    /** Of the language that the n-grams speak for and its neighbours, the one that the words speak for. */
    private static Guess byWords(TextSample sample, LanguageNgrams.Scores scores) {
        String best = scores.best();
        MarkWords own = MARKS.getOrDefault(best, MarkWords.none(best));
        int most = 0;
        for (MarkWords other : MARKS.values()) {
            if (!other.code().equals(own.code()) && isRival(other, scores)) {
                int lead = other.count(sample, own) - own.count(sample, other);
                int least = other.neighbours().isEmpty()
                        ? Math.max(1, sample.words().size() / FEW_WORDS)
                        : 0;
                if (lead > Math.max(most, least)) {
                    most = lead;
                    best = other.code();
                }
            }
        }
        double byMarks = most / CERTAIN_WORDS;
        double byNgrams = scores.lead() / CERTAIN_LEAD * Math.min(1, scores.mean() / GOOD_MEAN);
        return new Guess(code(best), sure(Math.min(1, most > 0 ? byMarks : byNgrams), sample));
    }

    private static boolean isRival(MarkWords other, LanguageNgrams.Scores scores) {
        boolean isNear = other.neighbours().isEmpty()
                ? scores.mean() < GOOD_MEAN
                : other.neighbours().contains(scores.best());
        return isNear
                && (!NGRAMS.codes().contains(other.code())
                        || scores.of(other.code()) >= CLOSE * scores.of(scores.best()));
    }

    /** The confidence, to the hundredth: less for short texts. */
    private static double sure(double lead, TextSample sample) {
        double letters = Math.min(1, sample.letters() / ENOUGH_LETTERS);
        return Math.round(lead * letters * 100) / 100.0;
    }

    /** What the tables call a declared language. */
    private static String inTables(String declared, UnicodeScript script) {
        return switch (declared) {
            case "sr" -> script == UnicodeScript.LATIN ? "sr-Latn" : "sr";
            case "nb" -> "no";
            default -> declared;
        };
    }

    /** Serbian is one language in two scripts, and the two written forms of Norwegian are filed as one. */
    private static String code(String best) {
        return switch (best) {
            case "sr-Latn" -> "sr";
            case "nn" -> "no";
            default -> best;
        };
    }
}
