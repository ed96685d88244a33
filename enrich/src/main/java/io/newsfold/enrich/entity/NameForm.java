package io.newsfold.enrich.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.EntityType;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms of a name by which a table is searched: small letters without accents, signs, articles and legal forms, so
 * that "The Walt Disney Co." finds "Walt Disney Company".
 */
public final class NameForm {
    /** Accents, and the vowels of Arabic and Hebrew; the marks of other scripts are parts of their letters. */
    private static final Pattern MARKS =
            Pattern.compile("[\\p{InCombiningDiacriticalMarks}\u0591-\u05C7\u064B-\u0652]+");

    private static final Pattern GENERATION = Pattern.compile(",? (?:Jr|Sr)\\.?$| I{2,3}$| IV$");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`ʼ]");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DOTTED =
            Pattern.compile("(?<=(?<![\\p{L}\\p{N}])\\p{L})\\.\\s?(?=\\p{L}(?![\\p{L}\\p{N}]))");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "cos",
            "companies",
            "ltd",
            "limited",
            "plc",
            "llc",
            "lp",
            "llp",
            "ag",
            "sa",
            "se",
            "gmbh",
            "nv",
            "bv",
            "spa",
            "srl",
            "oyj",
            "ab",
            "asa",
            "pty",
            "kk");
    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private NameForm() {}

    /** The form of a name; empty where it has neither letters nor digits. */
    public static String of(String name) {
        String joined = DOTTED.matcher(name.replace("&", " and ")).replaceAll("");
        String plain = APOSTROPHES.matcher(joined).replaceAll("");
        if (!isAscii(plain)) {
            String bare = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                    .replaceAll("");
            plain = Normalizer.normalize(bare, Normalizer.Form.NFKC)
                    .replace("ł", "l")
                    .replace("Ł", "L")
                    .replace("ø", "o")
                    .replace("Ø", "O")
                    .replace("ß", "ss");
        }
        String words =
                SIGNS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return words.indexOf(' ') < 0 ? words : withoutArticleAndLegalForm(words);
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private static String withoutArticleAndLegalForm(String words) {
        List<String> all = List.of(words.split(" "));
        int begin = all.get(0).equals("the") ? 1 : 0;
        int end = all.size();
        while (end > begin + 1
                && (LEGAL_FORMS.contains(all.get(end - 1)) || all.get(end - 1).equals("and"))) {
            end--;
        }
        return String.join(" ", all.subList(begin, end));
    }

    /** The surname of a person's name, with the particles before it; empty where the name has one word. */
    static String surname(String name) {
        String[] words = GENERATION.matcher(name.strip()).replaceFirst("").split("\\s+");
        int first = words.length - 1;
        while (first > 1 && Character.isLowerCase(words[first - 1].codePointAt(0))) {
            first--;
        }
        return first < 1 ? "" : Stream.of(words).skip(first).collect(Collectors.joining(" "));
    }

    /** The key under which a form of a name is in a table. */
    static long key(String form) {
        return mixed(form.getBytes(UTF_8));
    }

    /** The key of the spelling of a person's name ({@link NameKey}), which never is the key of a form. */
    static long spellingKey(String name) {
        return key("\0" + NameKey.of(EntityType.PERSON, name));
    }

    /** The key of a surname alone, which never is the key of a form. */
    static long surnameKey(String surname) {
        return key("\1" + of(surname));
    }

    /** 24 bits of a name as written. */
    static int written(String name) {
        return (int) (mixed(name.getBytes(UTF_8)) >>> (Long.SIZE - Integer.SIZE + Byte.SIZE));
    }

    /** FNV-1a and MurmurHash3's finalizer. */
    private static long mixed(byte[] bytes) {
        long hash = FNV_OFFSET_BASIS;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
