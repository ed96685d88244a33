package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.input.TextMeasures;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The language of a text by its script and its function words, with a confidence; no language where nothing speaks for
 * one. Pure.
 */
public final class Languages {
    /**
     * A language and how sure we are.
     *
     * @param code BCP 47, {@code und} where it cannot be told
     * @param confidence 0.0 to 1.0
     */
    public record Guess(String code, double confidence) {}

    private static final int CHARS_LOOKED_AT = 10_000;
    private static final int WORDS_LOOKED_AT = 1_000;
    private static final double LEAST_SHARE = 0.08;
    private static final int LEAST_WORDS = 3;
    private static final int LONGEST_WORD = 8;
    private static final List<Integer> NONE = List.of();

    private static final Map<String, Set<String>> FUNCTION_WORDS = Map.of(
            "id",
                    Set.of(
                            "yang", "dan", "di", "dari", "dengan", "untuk", "pada", "ini", "itu", "dalam", "adalah",
                            "akan", "tidak", "juga", "ke", "oleh", "karena", "setelah", "telah", "sudah", "bahwa",
                            "mereka", "kata", "saat", "lebih", "ada", "bisa", "sebuah", "tahun", "para"),
            "en",
                    Set.of(
                            "the", "of", "and", "to", "in", "that", "is", "was", "for", "it", "with", "as", "on", "by",
                            "he", "at", "from", "has", "said", "have", "not", "are", "his", "which", "be", "this", "an",
                            "will", "who", "they"),
            "de",
                    Set.of(
                            "der", "die", "und", "den", "das", "von", "zu", "mit", "sich", "des", "auf", "für", "ist",
                            "im", "dem", "nicht", "ein", "eine", "als", "auch", "es", "an", "werden", "aus", "er",
                            "hat", "dass", "sie", "nach", "bei"),
            "fr",
                    Set.of(
                            "le", "la", "les", "de", "des", "et", "à", "un", "une", "du", "en", "que", "qui", "dans",
                            "pour", "est", "pas", "sur", "au", "par", "il", "plus", "ne", "se", "ce", "avec", "sont",
                            "ont", "été", "aux"),
            "es",
                    Set.of(
                            "de", "la", "que", "el", "en", "y", "los", "se", "del", "las", "un", "por", "con", "una",
                            "su", "para", "es", "al", "lo", "como", "más", "pero", "sus", "le", "ha", "este", "fue",
                            "no", "son", "sobre"),
            "it",
                    Set.of(
                            "di", "che", "e", "la", "il", "un", "a", "per", "è", "una", "in", "del", "non", "sono",
                            "si", "da", "con", "i", "le", "della", "nel", "alla", "ha", "gli", "dei", "più", "anche",
                            "dal", "lo", "come"),
            "pt",
                    Set.of(
                            "de", "a", "o", "que", "e", "do", "da", "em", "um", "para", "é", "com", "não", "uma", "os",
                            "no", "se", "na", "por", "mais", "as", "dos", "como", "mas", "foi", "ao", "ele", "das",
                            "tem", "pelo"),
            "nl",
                    Set.of(
                            "de", "het", "een", "en", "van", "in", "is", "dat", "op", "te", "zijn", "voor", "met",
                            "die", "niet", "aan", "er", "om", "ook", "als", "dan", "maar", "bij", "uit", "nog",
                            "worden", "door", "naar", "heeft", "hij"),
            "pl",
                    Set.of(
                            "i", "w", "na", "z", "się", "do", "nie", "że", "o", "jest", "to", "od", "po", "za", "jak",
                            "przez", "ale", "co", "dla", "który", "oraz", "tym", "są", "czy", "został", "tego", "jego",
                            "było", "które", "będzie"),
            "tr",
                    Set.of(
                            "ve", "bir", "bu", "için", "ile", "de", "da", "olarak", "daha", "olan", "çok", "en", "gibi",
                            "kadar", "sonra", "ancak", "ise", "var", "ne", "değil", "olduğu", "göre", "o", "her",
                            "oldu", "ya", "ama", "diye", "son", "yeni"));

    private static final List<String> CODES =
            FUNCTION_WORDS.keySet().stream().sorted().toList();
    private static final Map<String, List<Integer>> BY_WORD = languagesByWord();

    private Languages() {}

    /** The most frequent words of all languages known here, in lower case. */
    public static Set<String> functionWords() {
        return BY_WORD.keySet();
    }

    /** The language of a text by its scripts and its most frequent words. */
    public static Guess of(String text) {
        int[] scripts = new int[UnicodeScript.values().length];
        int letters = countScripts(text, scripts);
        if (letters == 0) {
            return new Guess("und", 0);
        }
        if (share(scripts, letters, UnicodeScript.LATIN) >= 0.5) {
            return byFunctionWords(text);
        }
        if (share(scripts, letters, UnicodeScript.HIRAGANA) + share(scripts, letters, UnicodeScript.KATAKANA) > 0.1) {
            return new Guess("ja", Confidence.JAPANESE_SCRIPT.value());
        }
        if (share(scripts, letters, UnicodeScript.CYRILLIC) >= 0.5) {
            boolean ukrainian = text.codePoints().anyMatch(c -> "іїєґІЇЄҐ".indexOf(c) >= 0);
            return new Guess(ukrainian ? "uk" : "ru", Confidence.CYRILLIC_SCRIPT.value());
        }
        record ByScript(UnicodeScript script, String code) {}
        return List.of(
                        new ByScript(UnicodeScript.HAN, "zh"),
                        new ByScript(UnicodeScript.HANGUL, "ko"),
                        new ByScript(UnicodeScript.ARABIC, "ar"),
                        new ByScript(UnicodeScript.HEBREW, "he"),
                        new ByScript(UnicodeScript.GREEK, "el"),
                        new ByScript(UnicodeScript.DEVANAGARI, "hi"),
                        new ByScript(UnicodeScript.THAI, "th"))
                .stream()
                .filter(s -> share(scripts, letters, s.script()) >= 0.5)
                .findFirst()
                .map(s -> new Guess(s.code(), Confidence.SCRIPT_OF_ONE_LANGUAGE.value()))
                .orElse(new Guess("und", 0));
    }

    /** Counts the letters at the start of {@code text} by script; returns how many there are. */
    private static int countScripts(String text, int[] scripts) {
        int letters = 0;
        for (int i = 0; i < Math.min(text.length(), CHARS_LOOKED_AT); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                boolean ascii = c < 0x80;
                scripts[(ascii ? UnicodeScript.LATIN : UnicodeScript.of(c)).ordinal()]++;
                letters++;
            }
        }
        return letters;
    }

    private static double share(int[] scripts, int letters, UnicodeScript script) {
        return (double) scripts[script.ordinal()] / letters;
    }

    private static Guess byFunctionWords(String text) {
        int[] counts = new int[CODES.size()];
        int words = 0;
        int start = -1;
        for (int i = 0; i <= text.length() && words < WORDS_LOOKED_AT; i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words++;
                if (i - start <= LONGEST_WORD) {
                    for (int language : BY_WORD.getOrDefault(TextMeasures.lower(text.substring(start, i)), NONE)) {
                        counts[language]++;
                    }
                }
                start = -1;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        int second = best == 0 ? 1 : 0;
        for (int i = 0; i < counts.length; i++) {
            second = i != best && counts[i] > counts[second] ? i : second;
        }
        if (counts[best] < LEAST_SHARE * words || counts[best] < LEAST_WORDS) {
            return withoutFunctionWords(text);
        }
        double confidence = (double) (counts[best] - counts[second]) / counts[best];
        return new Guess(CODES.get(best), Math.round(confidence * 100) / 100.0);
    }

    /** Results, prices, a short line: in letters without marks most likely English, the language of the wires. */
    private static Guess withoutFunctionWords(String text) {
        boolean plain = text.codePoints().noneMatch(c -> Character.isLetter(c) && c >= 0x80);
        return plain ? new Guess("en", Confidence.PLAIN_LETTERS.value()) : new Guess("und", 0);
    }

    /** For each function word, the languages that have it. */
    private static Map<String, List<Integer>> languagesByWord() {
        Map<String, List<Integer>> byWord = new HashMap<>();
        for (int i = 0; i < CODES.size(); i++) {
            int language = i;
            FUNCTION_WORDS
                    .getOrDefault(CODES.get(i), Set.of())
                    .forEach(word ->
                            byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(language));
        }
        return byWord;
    }
}
