package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of the user's gazetteer before it is checked.
 *
 * @param number of its line in the file, from 1
 * @param name its usual name; empty where the line has none
 * @param aliases its other names
 * @param id the user's id or a Wikidata id; empty where the line has none
 * @param type the name of an {@link EntityType}, in any case; empty where the line has none
 */
record GazetteerLine(long number, String name, List<String> aliases, String id, String type) {
    private static final Pattern WIKIDATA_ID = Pattern.compile("Q[1-9]\\d*");
    private static final Pattern GAP = Pattern.compile("\\s+");

    GazetteerLine {
        aliases = List.copyOf(aliases);
    }

    /** The entity of the line, from this version of the file. */
    GazetteerEntry entry(Path file, String version) throws InvalidGazetteerException {
        if (name.isBlank() || id.isBlank()) {
            throw new InvalidGazetteerException("%s:%d: a name and an id are needed".formatted(file, number));
        }
        EntityType entityType = Arrays.stream(EntityType.values())
                .filter(t -> t.isNamed() && t.name().equalsIgnoreCase(type))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidGazetteerException("%s:%d: there is no type \"%s\"".formatted(file, number, type)));
        String wikidata = WIKIDATA_ID.matcher(id).matches() ? id : null;
        List<String> names = Stream.concat(Stream.of(name), aliases.stream())
                .map(n -> GAP.matcher(n.strip()).replaceAll(" "))
                .filter(n -> !n.isEmpty())
                .distinct()
                .toList();
        return new GazetteerEntry(
                new KnownEntity(id, entityType, name, wikidata, List.of(), false, true, version), names);
    }
}
