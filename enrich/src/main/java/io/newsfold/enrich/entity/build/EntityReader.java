package io.newsfold.enrich.entity.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.GeoPoint;
import io.newsfold.enrich.entity.EntityName;
import io.newsfold.enrich.entity.TableEntity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entity from the JSON of a line: an item as Wikidata's dumps have it, or an entity of one's own with the
 * fields {@code id}, {@code name}, {@code aliases}, {@code type}, {@code description}, {@code sitelinks}, {@code
 * population}, {@code latitude}, {@code longitude} and {@code relations}. Values of properties that no table needs are
 * passed over, not read. Not thread-safe.
 */
final class EntityReader {
    private static final String INSTANCE_OF = "P31";
    private static final String SUBCLASS_OF = "P279";
    private static final String LOCATED_IN = "P131";
    private static final String COORDINATES = "P625";
    private static final String POPULATION = "P1082";

    /** Country, citizenship, office, employer, party, headquarters, sport, team, league, member of, parent, capital of. */
    private static final Set<String> RELATIONS = Set.of(
            "P17", "P27", "P39", "P108", "P102", "P159", "P641", "P54", "P118", "P463", "P749", "P1376", LOCATED_IN);

    /** Names longer than this are none that news uses. */
    private static final int LONGEST_NAME = 120;

    private static final int MOST_RELATIONS = 24;

    private final JsonFactory json = new JsonFactory();
    private final Set<String> languages;

    private String id = "";
    private String type = "";
    private String description = "";
    private String ownName = "";
    private Map<String, String> labels = new LinkedHashMap<>();
    private Set<String> aliases = new LinkedHashSet<>();
    private Set<Long> classes = new LinkedHashSet<>();
    private Set<Long> preferredClasses = new LinkedHashSet<>();
    private Set<Long> superclasses = new LinkedHashSet<>();
    private Set<Long> regions = new LinkedHashSet<>();
    private Set<String> relations = new LinkedHashSet<>();
    private int sitelinks;
    private long population;
    private double latitude;
    private double longitude;

    /** @param languages codes of Wikidata's whose names are kept; empty for all */
    EntityReader(Set<String> languages) {
        this.languages = languages;
    }

    /**
     * What a line has.
     *
     * @param entity null for an item without a name in the languages, or no item
     * @param superclasses numbers of the items of which the item is a subclass
     */
    record Line(String id, @Nullable ListedEntity entity, List<Long> superclasses) {}

    /**
     * Reads a line.
     *
     * @throws IOException if it is no JSON object
     * @throws IllegalArgumentException if an entity of one's own has no id, or a type that there is not
     */
    Line read(byte[] line, int length) throws IOException {
        reset();
        try (JsonParser in = json.createParser(line, 0, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                in.nextToken();
                boolean isNested = in.currentToken().isStructStart();
                readField(field, in);
                if (isNested && in.currentToken().isStructStart()) {
                    in.skipChildren(); // a field that should be a string or a number
                }
            }
        }
        return result();
    }

    private void reset() {
        id = "";
        type = "";
        description = "";
        ownName = "";
        labels = new LinkedHashMap<>();
        aliases = new LinkedHashSet<>();
        classes = new LinkedHashSet<>();
        preferredClasses = new LinkedHashSet<>();
        superclasses = new LinkedHashSet<>();
        regions = new LinkedHashSet<>();
        relations = new LinkedHashSet<>();
        sitelinks = 0;
        population = 0;
        latitude = Double.NaN;
        longitude = Double.NaN;
    }

    private Line result() {
        boolean isOwn = !ownName.isEmpty();
        if (isOwn && id.isEmpty()) {
            throw new IllegalArgumentException("\"" + ownName + "\" has no id");
        }
        List<EntityName> names = new ArrayList<>();
        labels.values().stream().distinct().forEach(label -> add(label, true, names));
        aliases.stream().filter(alias -> !labels.containsValue(alias)).forEach(alias -> add(alias, false, names));
        if (names.isEmpty() || id.isEmpty() || !isOwn && !TableEntity.isWikidata(id)) {
            return new Line(id, null, List.copyOf(superclasses));
        }
        TableEntity entity = new TableEntity(
                id,
                isOwn ? type(type) : null,
                usualName(),
                description,
                sitelinks,
                population,
                GeoPoint.isValid(latitude, longitude) ? new GeoPoint(latitude, longitude) : null,
                relations.stream().limit(MOST_RELATIONS).toList());
        Set<Long> kinds = preferredClasses.isEmpty() ? classes : preferredClasses;
        return new Line(
                id,
                new ListedEntity(entity, names, List.copyOf(kinds), List.copyOf(regions)),
                List.copyOf(superclasses));
    }

    private String usualName() {
        String english = labels.getOrDefault("en", labels.getOrDefault("mul", ""));
        return english.isEmpty() ? labels.values().stream().findFirst().orElse(ownName) : english;
    }

    private static void add(String name, boolean isLabel, List<EntityName> names) {
        if (!name.isBlank() && name.length() <= LONGEST_NAME) {
            names.add(new EntityName(name.strip(), isLabel));
        }
    }

    /**
     * The type with a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static EntityType type(String name) {
        EntityType found;
        try {
            found = EntityType.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no type \"" + name + "\"", e);
        }
        if (!found.isNamed()) {
            throw new IllegalArgumentException("entities of type " + name + " have no names");
        }
        return found;
    }

    private void readField(String field, JsonParser in) throws IOException {
        switch (field) {
            case "id" -> id = in.getValueAsString("").strip();
            case "labels" -> readLabels(in);
            case "descriptions" -> readDescriptions(in);
            case "aliases" -> readAliases(in);
            case "claims" -> readClaims(in);
            case "sitelinks" -> readSitelinks(in);
            case "name" -> {
                ownName = in.getValueAsString("").strip();
                labels.put("", ownName);
            }
            case "type" -> type = in.getValueAsString("");
            case "description" -> description = in.getValueAsString("");
            case "population" -> population = Math.max(0, in.getValueAsLong());
            case "latitude" -> latitude = in.getValueAsDouble(Double.NaN);
            case "longitude" -> longitude = in.getValueAsDouble(Double.NaN);
            case "relations" -> {
                while (in.currentToken() == JsonToken.START_ARRAY && in.nextToken() != JsonToken.END_ARRAY) {
                    relations.add(in.getValueAsString(""));
                }
            }
            default -> in.skipChildren();
        }
    }

    private boolean isWanted(String language) {
        return languages.isEmpty() || language.equals("mul") || languages.contains(language);
    }

    /** {@code {"en": {"language": "en", "value": "…"}}}; PHP writes an empty map as {@code []}. */
    private void readLabels(JsonParser in) throws IOException {
        forEachField(in, language -> {
            if (isWanted(language)) {
                labels.put(language, value(in));
            } else {
                in.skipChildren();
            }
        });
    }

    private void readDescriptions(JsonParser in) throws IOException {
        forEachField(in, language -> {
            if (language.equals("en")) {
                description = value(in);
            } else {
                in.skipChildren();
            }
        });
    }

    /** By language as in a dump, or an array of strings. */
    private void readAliases(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.START_ARRAY) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                aliases.add(in.getValueAsString(""));
                in.skipChildren();
            }
            return;
        }
        forEachField(in, language -> {
            if (isWanted(language) && in.currentToken() == JsonToken.START_ARRAY) {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    aliases.add(value(in));
                }
            } else {
                in.skipChildren();
            }
        });
    }

    /** A map of wikis as in a dump, or a number. */
    private void readSitelinks(JsonParser in) throws IOException {
        if (in.currentToken().isScalarValue()) {
            sitelinks = Math.max(0, in.getValueAsInt());
            return;
        }
        forEachField(in, wiki -> {
            sitelinks++;
            in.skipChildren();
        });
    }

    private interface Field {
        void read(String name) throws IOException;
    }

    private static void forEachField(JsonParser in, Field field) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            field.read(name);
        }
    }

    /** The field {@code value} of an object. */
    private static String value(JsonParser in) throws IOException {
        String[] found = {""};
        forEachField(in, name -> {
            if (name.equals("value")) {
                found[0] = in.getValueAsString("");
            }
            in.skipChildren();
        });
        return found[0];
    }

    private void readClaims(JsonParser in) throws IOException {
        forEachField(in, property -> {
            boolean isNeeded = RELATIONS.contains(property)
                    || Set.of(INSTANCE_OF, SUBCLASS_OF, COORDINATES, POPULATION).contains(property);
            if (isNeeded && in.currentToken() == JsonToken.START_ARRAY) {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    readStatement(property, in);
                }
            } else {
                in.skipChildren();
            }
        });
    }

    /** The value of one statement. */
    private static final class Statement {
        private String item = "";
        private String rank = "normal";
        private String globe = "";
        private double amount = Double.NaN;
        private double latitude = Double.NaN;
        private double longitude = Double.NaN;
    }

    private void readStatement(String property, JsonParser in) throws IOException {
        Statement statement = new Statement();
        forEachField(in, name -> {
            if (name.equals("rank")) {
                statement.rank = in.getValueAsString("");
            } else if (name.equals("mainsnak")) {
                readSnak(in, statement);
            } else {
                in.skipChildren();
            }
        });
        if (statement.rank.equals("deprecated")) {
            return;
        }
        if (property.equals(COORDINATES)) {
            boolean isOnEarth = statement.globe.isEmpty() || statement.globe.endsWith("/Q2");
            boolean isBetter = Double.isNaN(latitude) || statement.rank.equals("preferred");
            if (isOnEarth && isBetter && GeoPoint.isValid(statement.latitude, statement.longitude)) {
                latitude = statement.latitude;
                longitude = statement.longitude;
            }
        } else if (property.equals(POPULATION)) {
            population = Math.max(population, (long) statement.amount); // the cast makes 0 of no number
        } else if (TableEntity.isWikidata(statement.item)) {
            addItem(property, statement);
        }
    }

    private void addItem(String property, Statement statement) {
        long number = Long.parseLong(statement.item.substring(1));
        switch (property) {
            case INSTANCE_OF -> (statement.rank.equals("preferred") ? preferredClasses : classes).add(number);
            case SUBCLASS_OF -> superclasses.add(number);
            default -> {
                relations.add(statement.item);
                if (property.equals(LOCATED_IN)) {
                    regions.add(number);
                }
            }
        }
    }

    private static void readSnak(JsonParser in, Statement statement) throws IOException {
        forEachField(in, name -> {
            if (!name.equals("datavalue")) {
                in.skipChildren();
                return;
            }
            forEachField(in, part -> {
                if (!part.equals("value")) {
                    in.skipChildren();
                    return;
                }
                forEachField(in, key -> {
                    switch (key) {
                        case "id" -> statement.item = in.getValueAsString("");
                        case "numeric-id" -> {
                            if (statement.item.isEmpty()) {
                                statement.item = "Q" + in.getValueAsString("");
                            }
                        }
                        case "globe" -> statement.globe = in.getValueAsString("");
                        case "amount" -> statement.amount = in.getValueAsDouble(Double.NaN);
                        case "latitude" -> statement.latitude = in.getValueAsDouble(Double.NaN);
                        case "longitude" -> statement.longitude = in.getValueAsDouble(Double.NaN);
                        default -> in.skipChildren();
                    }
                });
            });
        });
    }
}
