package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.util.TimeZone;
import io.newsfold.contract.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names that are known beforehand: the alias table, countries and cities of the Unicode locale data, and words that tell what a name is. */
final class Gazetteer {
    /**
     * A thing with a name of its own.
     *
     * @param name its usual name
     * @param wikidata null where the table has no id for it
     */
    record Known(EntityType type, String name, @Nullable String wikidata) {}

    private final Map<String, Known> names = new HashMap<>();
    private final Map<String, Known> shortNames = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    private Gazetteer() {}

    static Gazetteer load() {
        Gazetteer gazetteer = new Gazetteer();
        gazetteer.addPlaces();
        lines("aliases.tsv").forEach(gazetteer::addAlias);
        lines("words.tsv")
                .map(line -> line.split("\t"))
                .forEach(list -> gazetteer.words.put(
                        list[0], Set.of(Stream.of(list[1].split(" ")).distinct().toArray(String[]::new))));
        return gazetteer;
    }

    private void addPlaces() {
        for (String code : Locale.getISOCountries()) {
            String country = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
            names.put(country, new Known(EntityType.PLACE, country, null));
        }
        for (String zone : TimeZone.getAvailableIDs()) {
            int slash = zone.lastIndexOf('/');
            String city = zone.substring(slash + 1).replace('_', ' ');
            if (slash > 0
                    && !zone.startsWith("Etc")
                    && !zone.startsWith("SystemV")
                    && city.length() > 3
                    && !city.contains("/")
                    && city.chars().allMatch(c -> Character.isLetter(c) || c == ' ')) {
                names.put(city, new Known(EntityType.PLACE, city, null));
            }
        }
    }

    private void addAlias(String line) {
        String[] columns = line.split("\t", -1);
        EntityType type = EntityType.valueOf(columns[1].toUpperCase(Locale.ROOT));
        Known known = new Known(type, columns[2], columns[0].equals("-") ? null : columns[0]);
        names.put(columns[2], known);
        split(columns[3]).forEach(alias -> names.put(alias, known));
        split(columns[4]).forEach(alias -> shortNames.put(alias, known));
    }

    private static List<String> split(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split("\\|"));
    }

    /** The thing that bears this name, whatever else is in the text. */
    Optional<Known> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /** The thing that a surname alone means, where the text has nobody else of that name. */
    Optional<Known> shortNamed(String name) {
        return Optional.ofNullable(shortNames.get(name));
    }

    /** Whether a list of {@code words.tsv} has the word. */
    boolean has(String list, String word) {
        return Objects.requireNonNull(words.get(list), list).contains(word);
    }

    private static Stream<String> lines(String resource) {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Gazetteer.class.getResourceAsStream(resource), resource), UTF_8))) {
            return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
