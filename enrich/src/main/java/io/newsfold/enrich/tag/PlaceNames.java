package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import io.newsfold.text.WritingSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Countries and some four hundred cities by their names in a language, from CLDR, and more of a table of ours, with
 * their English names, by which the alias table knows them. In languages with cases a word may have another ending than the name. Immutable.
 */
final class PlaceNames {
    private static final Map<String, PlaceNames> BY_LANGUAGE = new ConcurrentHashMap<>();

    /** Languages whose names of places have endings. */
    private static final Set<String> WITH_CASES = Set.of(
            "ru", "uk", "be", "bg", "sr", "hr", "bs", "sl", "mk", "pl", "cs", "sk", "lt", "lv", "et", "fi", "hu", "el",
            "ro", "tr", "az", "kk");

    /** Shorter words mean too much without their endings. */
    private static final int SHORTEST_STEM = 4;

    private static final int LONGEST_ENDING = 3;

    private final String language;
    private final boolean hasCases;
    private final boolean hasCapitals;
    private final Map<String, List<PlaceName>> byFirst = new HashMap<>();

    /**
     * A name.
     *
     * @param words its tokens; in languages with cases without their endings
     * @param english its English name
     */
    private record PlaceName(List<String> words, String english) {}

    private PlaceNames(String language) {
        this.language = language;
        hasCases = WITH_CASES.contains(language);
        hasCapitals = WritingSystem.of(language) == WritingSystem.CAPITALS;
        CldrPlaces.forEach(language, this::add);
        TableLines.forEach("places-world.tsv", line -> {
            String[] columns = line.split("\t", -1);
            AliasLine.items(columns[1]).forEach(name -> add(name, columns[0]));
        });
    }

    /** @param language BCP 47, without a region */
    static PlaceNames of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, PlaceNames::new);
    }

    private void add(String name, String english) {
        List<String> words = Tokenizer.tokens(name, language).stream()
                .map(token -> hasCases ? stem(token.text()) : token.text())
                .toList();
        boolean isTooShort = String.join("", words).length() < 2;
        if (!words.isEmpty() && !isTooShort) {
            byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(new PlaceName(words, english));
        }
    }

    private static String stem(String word) {
        int end = word.length();
        while (end > SHORTEST_STEM && "aeiouyаеиоуыэюяіїйьαειουηωόίάέά".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /** Adds the places of a text to the names found in it, where no name is; known places get their English names. */
    List<EntityMention> addTo(List<EntityMention> names, List<List<Token>> sentences, String text) {
        NavigableMap<Integer, EntityMention> byStart = new TreeMap<>();
        names.forEach(name -> byStart.put(name.start(), isOpen(name) ? inEnglish(name) : name));
        for (List<Token> sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                PlaceName place = longestAt(sentence, i);
                if (place != null) {
                    List<Token> tokens = sentence.subList(i, i + place.words().size());
                    EntityMention mention = inEnglish(EntityMention.of(EntityType.PLACE, tokens, text));
                    Map.Entry<Integer, EntityMention> before = byStart.lowerEntry(mention.end());
                    if (before == null || before.getValue().end() <= mention.start()) {
                        byStart.put(mention.start(), mention);
                    }
                    i += place.words().size() - 1;
                }
            }
        }
        return new ArrayList<>(byStart.values());
    }

    /** Whether it may be a place; where there are no capitals, the models take places for people too often. */
    private boolean isOpen(EntityMention name) {
        return name.type() == EntityType.PLACE || !hasCapitals && name.type() == EntityType.PERSON;
    }

    private EntityMention inEnglish(EntityMention mention) {
        List<Token> tokens = Tokenizer.tokens(mention.name(), language);
        PlaceName place = tokens.isEmpty() ? null : longestAt(tokens, 0);
        return place != null && place.words().size() == tokens.size()
                ? new EntityMention(EntityType.PLACE, place.english(), mention.start(), mention.end())
                : mention;
    }

    private @Nullable PlaceName longestAt(List<Token> sentence, int begin) {
        PlaceName longest = null;
        for (String first : beginnings(sentence.get(begin).text())) {
            for (PlaceName place : byFirst.getOrDefault(first, List.of())) {
                boolean isLonger = longest == null
                        || place.words().size() > longest.words().size();
                if (isLonger && isAt(place, sentence, begin)) {
                    longest = place;
                }
            }
        }
        return longest;
    }

    /** The word, and in languages with cases what is left without up to three letters. */
    private List<String> beginnings(String word) {
        if (!hasCases) {
            return List.of(word);
        }
        List<String> beginnings = new ArrayList<>();
        int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
        String whole = apostrophe > 0 ? word.substring(0, apostrophe) : word;
        for (int cut = 0; cut <= LONGEST_ENDING && (cut == 0 || whole.length() - cut >= SHORTEST_STEM); cut++) {
            beginnings.add(whole.substring(0, whole.length() - cut));
        }
        return beginnings;
    }

    private boolean isAt(PlaceName place, List<Token> sentence, int begin) {
        int end = begin + place.words().size();
        boolean isInside = language.equals("ko") && begin > 0 && isInWord(sentence.get(begin - 1), sentence.get(begin));
        if (end > sentence.size() || isInside || hasCapitals && isInLongerName(sentence, begin, end)) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            String word = sentence.get(i).text();
            String wanted = place.words().get(i - begin);
            boolean fits = hasCases ? beginnings(word).contains(wanted) : word.equals(wanted);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character goes on with the word of the one before it. */
    private static boolean isInWord(Token before, Token character) {
        return before.isWord() && before.end() == character.start();
    }

    /** Whether another word with a capital follows, or goes before it inside the sentence. */
    private static boolean isInLongerName(List<Token> sentence, int begin, int end) {
        boolean goesOn = end < sentence.size() && sentence.get(end).isCapitalized();
        boolean wentBefore = begin > 1 && sentence.get(begin - 1).isCapitalized();
        return (goesOn || wentBefore)
                && !sentence.get(begin)
                        .text()
                        .toUpperCase(Locale.ROOT)
                        .equals(sentence.get(begin).text());
    }
}
