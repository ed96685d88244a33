package io.newsfold.enrich.link;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The sound of a word of a name, as far as newspapers of all scripts agree on it: its consonants in seven classes.
 * Rafiqul, Рафикул, रफीकुल and 拉菲库尔 have one key, {@code LPKL}. H and what is written for it, vowels and signs do
 * not count.
 */
final class SoundKey {
    /** Words with fewer consonants sound like too many others. */
    static final int SHORTEST = 3;

    private static final int FIRST_NON_ASCII = 0x80;
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern AFFIXES_OF_PLACES = Pattern.compile("^[东西南北]|[省市县縣镇鎮村岛島河湖港州区區]$|自治区$|機場$|机场$");

    private SoundKey() {}

    /** The keys of the words of a name, sorted; those with fewer than three consonants are left out. */
    static Set<String> ofWords(String name) {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(NOT_LETTERS.split(name)).filter(word -> !word.isEmpty()).forEach(word -> {
            String key = of(word);
            if (key.length() >= SHORTEST) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** The key of one word. */
    static String of(String word) {
        int script = UScript.getScript(word.codePointAt(0));
        if (script == UScript.HAN) {
            return classes(
                    pinyin(LATIN.transliterate(AFFIXES_OF_PLACES.matcher(word).replaceAll(""))));
        }
        boolean isAscii = word.chars().allMatch(letter -> letter < FIRST_NON_ASCII);
        String latin = (isAscii ? word : LATIN.transliterate(word)).toLowerCase(Locale.ROOT);
        return classes(
                switch (script) {
                    case UScript.LATIN -> latin(latin);
                    case UScript.CYRILLIC -> cyrillic(latin);
                    case UScript.ARABIC, UScript.HEBREW -> consonantal(latin);
                    default -> latin;
                });
    }

    /** Syllables of Chinese as they stand for foreign sounds. */
    private static String pinyin(String syllables) {
        return (" " + syllables.toLowerCase(Locale.ROOT) + " ")
                .replace(" er ", " ala ")
                .replaceAll("[zcs]h|[qxzc]", "s")
                .replace("j", "k")
                .replace("ng ", "n ")
                .replace(" ", "");
    }

    private static String latin(String word) {
        return word.replaceAll("t?sch|tch|c[zs]", "s")
                .replaceAll("(?<=[aou])ch(?=$|[^aeiouy])", "")
                .replace("ch", "s")
                .replaceAll("c(?=[eiy])", "s")
                .replace("ck", "k")
                .replace("qu", "k")
                .replace("x", "ks")
                .replaceAll("(?<=[aeiou])w(?=$|[^aeiou])", "")
                .replace("c", "k");
    }

    /** Of waw, only the first letter of a word is surely a consonant. */
    private static String consonantal(String word) {
        return word.isEmpty() ? word : word.charAt(0) + word.substring(1).replace("w", "");
    }

    private static String cyrillic(String word) {
        return word.replace("dzh", "s").replace("j", "").replaceAll("(?<=[bdgkpt])kh", "");
    }

    private static String classes(String latin) {
        String sounds = latin.replace("kh", "")
                .replaceAll("d?zh|[st]?sh|ch|[td]z|ts", "s")
                .replace("ph", "p")
                .replace("th", "t");
        StringBuilder key = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < sounds.length(); i++) {
            char sound = soundClass(sounds.charAt(i));
            if (sound != ' ' && sound != before) {
                key.append(sound);
            }
            before = sound;
        }
        return key.toString();
    }

    /** The class of a letter; a space for one that does not count. */
    private static char soundClass(char letter) {
        return switch (letter) {
            case 'b', 'p', 'f', 'v', 'w' -> 'P';
            case 'd', 't' -> 'T';
            case 'g', 'k', 'q' -> 'K';
            case 's', 'z', 'c', 'j' -> 'S';
            case 'l', 'r' -> 'L';
            case 'm' -> 'M';
            case 'n' -> 'N';
            default -> ' ';
        };
    }
}
