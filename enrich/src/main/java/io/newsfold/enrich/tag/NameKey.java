package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names in a form that is the same for all their spellings. People: no titles, initials, accents or doubled letters, and one letter for those that
 * transliterations from Cyrillic and Arabic write in several ways (Dmitry, Dmitri, Dmitriy; Muammar, Moammar). Organisations: British spelling, articles
 * and legal forms aside.
 */
final class NameKey {
    private final Map<EntityType, Map<String, String>> known = new EnumMap<>(EntityType.class);

    /** The {@linkplain #key key} of a name, computed once: an article says its names often. */
    String of(EntityType type, String name) {
        return known.computeIfAbsent(type, t -> new HashMap<>()).computeIfAbsent(name, n -> key(type, n));
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`]");
    private static final Pattern INITIAL_YE = Pattern.compile("\\b[yj]e");
    private static final Pattern FINAL_FF = Pattern.compile("ff\\b");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");
    private static final Set<String> LEGAL_FORMS =
            Set.of("inc", "corp", "corporation", "ltd", "limited", "plc", "llc", "co", "ag", "sa", "gmbh", "nv", "spa");
    private static final Set<String> PEOPLE_ASIDE = Set.of(
            "sir", "dame", "lord", "lady", "jr", "sr", "ii", "iii", "mr", "mrs", "ms", "dr", "al", "el", "sen", "rep",
            "gov", "gen");

    static String key(EntityType type, String name) {
        String plain = APOSTROPHES.matcher(name).replaceAll("");
        if (!plain.chars().allMatch(c -> c < 0x80)) {
            plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD))
                    .replaceAll("")
                    .replace("ł", "l")
                    .replace("ß", "ss");
        }
        List<String> words = new ArrayList<>(List.of(OTHERS.matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip()
                .split(" ")));
        switch (type) {
            case PERSON -> aside(words, PEOPLE_ASIDE, true);
            case ORGANISATION -> {
                aside(words, LEGAL_FORMS, false);
                aside(words, Set.of("the"), false);
            }
            default -> aside(words, Set.of("the"), false);
        }
        String joined = String.join(" ", words);
        return switch (type) {
            case PERSON -> person(joined);
            case ORGANISATION -> organisation(joined);
            case GROUP -> joined.endsWith("s") ? joined.substring(0, joined.length() - 1) : joined;
            default -> DOUBLED.matcher(joined).replaceAll("$1");
        };
    }

    private static void aside(List<String> words, Set<String> those, boolean initials) {
        List<String> all = List.copyOf(words);
        words.removeIf(word -> those.contains(word) || initials && word.length() == 1);
        if (words.isEmpty()) {
            words.addAll(all);
        }
    }

    private static String organisation(String words) {
        return words.replace("isation", "ization")
                .replace("defence", "defense")
                .replace("centre", "center")
                .replace("labour", "labor");
    }

    private static String person(String words) {
        String sounds = words.replace("kh", "h")
                .replace("dh", "d")
                .replace("gh", "g")
                .replace("ph", "f")
                .replace("x", "ks")
                .replace("q", "k")
                .replace("w", "v")
                .replace("ck", "k")
                .replace("ue", "u")
                .replace("oe", "o");
        String letters =
                FINAL_FF.matcher(INITIAL_YE.matcher(sounds).replaceAll("e")).replaceAll("v");
        String folded =
                letters.replace('y', 'i').replace('j', 'i').replace('e', 'a').replace('u', 'o');
        return DOUBLED.matcher(folded).replaceAll("$1");
    }
}
