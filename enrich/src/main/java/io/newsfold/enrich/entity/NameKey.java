package io.newsfold.enrich.entity;

import com.ibm.icu.text.Transliterator;
import io.newsfold.contract.EntityType;
import io.newsfold.text.WritingSystem;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The key of a name: the same for all its spellings. Keys of people have no titles, initials, accents or doubled
 * letters, no spaces (Xiao Feng, Xiaofeng), and one letter for those that transliterations from Cyrillic, Arabic, Korean
 * and Greek write in several ways (Dmitry, Dmitri, Dmitriy; Muammar, Moammar; Fyodor, Fedor). Keys of organisations have
 * no articles, "and", legal forms or British spelling.
 */
public final class NameKey {
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,4}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`]");
    private static final Pattern INITIAL_YE = Pattern.compile("\\b[yj]e");
    /** Fyodor, Fedor; Solovyov, Soloviev. */
    private static final Pattern AFTER_CONSONANT = Pattern.compile("(?<=[bcdfghklmnprstvz])[yi][eo]");

    /** Belyayeva, Belyaeva. */
    private static final Pattern BETWEEN_VOWELS = Pattern.compile("(?<=[aoeu])ye");

    /** Giorgos, Yiorgos, Iorgos. */
    private static final Pattern INITIAL_GI = Pattern.compile("\\b[gy]i(?=[aou])");

    /** Khaled, Khalid: the last vowel of a longer word. */
    private static final Pattern FINAL_VOWEL = Pattern.compile("(?<=\\p{L}{3})i(?=[bcdfghklmnprstvz]\\b)");

    /** Lyu, Lü. */
    private static final Pattern LYU = Pattern.compile("(?<=[ln])yu");

    private static final Pattern FINAL_NDR = Pattern.compile("ndr\\b");

    /** Abd al-Rahman, whose article is no word of the key, Abdel Rahman, Abdulrahman. */
    private static final Pattern ABD = Pattern.compile("\\babd(?:[ae]l|[ou]ul|ul)? ?");

    private static final Pattern FINAL_OUR = Pattern.compile("(?<=\\p{L}{2})our\\b");
    private static final Pattern FINAL_TRE = Pattern.compile("(?<=\\p{L}{2})tre\\b");
    private static final Pattern PROGRAMME = Pattern.compile("\\bprogramme\\b");

    /** Letters that have no accent to take away. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"),
            Map.entry("ø", "o"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ß", "ss"));

    private static final Pattern FINAL_FF = Pattern.compile("ff\\b");
    private static final Pattern DOUBLED_LETTER = Pattern.compile("(\\p{L})\\1+");
    private static final int FIRST_NON_ASCII = 0x80;
    private static final Set<String> ARTICLE = Set.of("the");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "ltd",
            "limited",
            "plc",
            "llc",
            "co",
            "company",
            "ag",
            "sa",
            "gmbh",
            "nv",
            "spa",
            "as",
            "ab",
            "oyj",
            "and");
    private static final Set<String> TITLES_AND_PARTICLES = Set.of(
            "sir", "dame", "lord", "lady", "jr", "sr", "ii", "iii", "mr", "mrs", "ms", "dr", "al", "el", "sen", "rep",
            "gov", "gen");

    private NameKey() {}

    /** The key of a name of an entity of this type. */
    public static String of(EntityType type, String name) {
        List<String> words = words(name);
        return switch (type) {
            case PERSON -> person(without(words, word -> TITLES_AND_PARTICLES.contains(word) || word.length() == 1));
            case ORGANISATION -> organisation(without(without(words, LEGAL_FORMS::contains), ARTICLE::contains));
            case GROUP -> singular(without(words, ARTICLE::contains));
            default -> withoutDoubledLetters(String.join(" ", without(words, ARTICLE::contains)));
        };
    }

    /** The words in small letters, without accents and signs, in Latin letters. */
    private static List<String> words(String name) {
        String plain = APOSTROPHES
                .matcher(WritingSystem.isLatin(name) ? name : latin(name))
                .replaceAll("");
        String lowerCase = plain.toLowerCase(Locale.ROOT);
        if (!lowerCase.chars().allMatch(c -> c < FIRST_NON_ASCII)) {
            String decomposed = Normalizer.normalize(lowerCase, Normalizer.Form.NFD);
            lowerCase = MARKS.matcher(decomposed).replaceAll("");
            for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
                lowerCase = lowerCase.replace(letter.getKey(), letter.getValue());
            }
        }
        return List.of(
                NOT_LETTERS_OR_DIGITS.matcher(lowerCase).replaceAll(" ").strip().split(" "));
    }

    /** The name in Latin letters: Путин is Putin, 习近平 Xi Jinping. */
    private static String latin(String name) {
        String latin = LATIN.transliterate(name);
        if (!HAN_NAME.matcher(name).matches()) {
            return latin;
        }
        String[] syllables = latin.split(" ");
        return syllables[0] + " " + String.join("", Arrays.asList(syllables).subList(1, syllables.length));
    }

    /** The words without those that do not count; all of them where none would be left. */
    private static List<String> without(List<String> words, Predicate<String> doesNotCount) {
        List<String> left = words.stream().filter(doesNotCount.negate()).toList();
        return left.isEmpty() ? words : left;
    }

    private static String organisation(List<String> words) {
        String american = String.join(" ", words)
                .replace("isation", "ization")
                .replace("defence", "defense")
                .replace("aluminium", "aluminum")
                .replace("ue", "u")
                .replace("oe", "o");
        String withoutOur = FINAL_OUR.matcher(american).replaceAll("or");
        return PROGRAMME
                .matcher(FINAL_TRE.matcher(withoutOur).replaceAll("ter"))
                .replaceAll("program")
                .replace("eo", "u")
                .replace("ou", "u")
                .replace("oo", "u");
    }

    private static String singular(List<String> words) {
        String joined = String.join(" ", words);
        return joined.endsWith("s") ? joined.substring(0, joined.length() - 1) : joined;
    }

    /** Each replacement applies to the result of those before it, so their order matters. */
    private static String person(List<String> words) {
        String sounds = ABD.matcher(String.join(" ", words))
                .replaceAll("abd")
                .replace("shch", "sh")
                .replace("sch", "sh")
                .replace("kh", "h")
                .replace("dh", "d")
                .replace("gh", "g")
                .replace("ph", "f")
                .replace("th", "t")
                .replace("dj", "d")
                .replace("x", "ks")
                .replace("ksh", "ks")
                .replace("q", "k")
                .replace("w", "v")
                .replace("ck", "k")
                .replace("eo", "u")
                .replace("ou", "u")
                .replace("oo", "u")
                .replace("ue", "u")
                .replace("oe", "o")
                .replace("ae", "a")
                .replace("ee", "i");
        String greek = LYU.matcher(INITIAL_GI.matcher(sounds).replaceAll("i")).replaceAll("u");
        String soft = BETWEEN_VOWELS
                .matcher(AFTER_CONSONANT.matcher(greek).replaceAll("e"))
                .replaceAll("e");
        String withoutYe = INITIAL_YE.matcher(soft).replaceAll("e");
        String withoutFf = FINAL_FF.matcher(withoutYe).replaceAll("v");
        String ended = FINAL_VOWEL
                .matcher(FINAL_NDR.matcher(withoutFf).replaceAll("nder"))
                .replaceAll("e");
        String merged =
                ended.replace('y', 'i').replace('j', 'i').replace('e', 'a').replace('u', 'o');
        return withoutDoubledLetters(merged.replace(" ", "")); // Xiao Feng, Xiaofeng
    }

    private static String withoutDoubledLetters(String words) {
        return DOUBLED_LETTER.matcher(words).replaceAll("$1");
    }
}
