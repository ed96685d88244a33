package io.newsfold.lab.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.enrich.tag.CldrPlaces;
import io.newsfold.enrich.tag.HashedTable;
import io.newsfold.enrich.tag.OtherNameKind;
import io.newsfold.enrich.tag.Token;
import io.newsfold.enrich.tag.Tokenizer;
import io.newsfold.text.WritingSystem;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code newsfold bench make-other-names FILE}: packs names in other scripts than the Latin one for the lexicon. Given
 * names, surnames and places are those of {@code @faker-js/faker} (MIT), in FILE as JSON: an object for each of its
 * locales with the lists {@code first}, {@code last}, {@code city} and {@code state}. Countries and cities besides are
 * those of CLDR (Unicode licence).
 */
public final class OtherNamesMaker {
    private static final List<String> LANGUAGES = List.of(
            "ru", "uk", "be", "bg", "mk", "sr", "kk", "el", "ar", "fa", "ur", "he", "hi", "mr", "ne", "bn", "th", "zh",
            "zh-Hant", "ja", "ko", "ka", "hy", "ta", "te", "am");

    /** Endings of cases in Russian and Ukrainian, by the ending of the nominative. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "а", List.of("и", "ы", "е", "і", "у", "ой", "ою"),
            "я", List.of("и", "і", "е", "ю", "ей", "ією", "єю"),
            "й", List.of("я", "ю", "ем", "е", "єм", "ї"),
            "ь", List.of("я", "ю", "и", "ем", "е"),
            "", List.of("а", "у", "ом", "ым", "им", "е", "і"));

    private final SortedMap<Long, Integer> kindsByKey = new TreeMap<>();

    private OtherNamesMaker() {}

    public static void main(String[] arguments) throws IOException {
        OtherNamesMaker maker = new OtherNamesMaker();
        maker.addLists(Json.reader(JsonNode.class).readTree(Files.readAllBytes(Path.of(arguments[0]))));
        LANGUAGES.forEach(
                language -> CldrPlaces.forEach(language, (name, english) -> maker.add(name, OtherNameKind.PLACE)));
        Path target = Path.of(arguments[1]).resolve("names/other-scripts.gz");
        try (var out = new DataOutputStream(new SmallestGzip(Files.newOutputStream(target)))) {
            HashedTable.write(maker.kindsByKey, out);
        }
        System.err.printf("%,d names, %,d bytes%n", maker.kindsByKey.size(), Files.size(target));
    }

    private void addLists(JsonNode locales) {
        for (JsonNode lists : locales) {
            lists.path("first").forEach(name -> add(name.asText(), OtherNameKind.GIVEN_NAME));
            lists.path("last").forEach(name -> add(name.asText(), OtherNameKind.SURNAME));
            lists.path("city").forEach(name -> add(name.asText(), OtherNameKind.PLACE));
            lists.path("state").forEach(name -> add(name.asText(), OtherNameKind.PLACE));
        }
    }

    private void add(String name, OtherNameKind kind) {
        if (name.isBlank() || WritingSystem.isLatin(name)) {
            return;
        }
        forms(name).forEach(form -> kindsByKey.merge(key(form), kind.bit(), (one, other) -> one | other));
    }

    /** The name, and in Cyrillic its cases. */
    private static List<String> forms(String name) {
        List<String> forms = new ArrayList<>(List.of(name));
        if (Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.CYRILLIC) {
            String last = name.substring(name.length() - 1);
            String ending = ENDINGS.containsKey(last) ? last : "";
            String stem = name.substring(0, name.length() - ending.length());
            ENDINGS.getOrDefault(ending, List.of()).forEach(other -> forms.add(stem + other));
        }
        return forms;
    }

    private static long key(String name) {
        boolean isInCharacters = WritingSystem.isInCharacters(name);
        String tokens = Tokenizer.tokens(name, isInCharacters ? "zh" : "en").stream()
                .map(Token::text)
                .collect(Collectors.joining(isInCharacters ? "" : " "));
        return HashedTable.key(HashedTable.hash(HashedTable.start(), tokens));
    }
}
