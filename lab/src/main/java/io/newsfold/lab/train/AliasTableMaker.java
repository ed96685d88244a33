package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Json;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.enrich.tag.Lexicon;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code newsfold bench make-aliases NODE_MODULES}: makes the second table of {@link AliasTable} from what {@code npm
 * install @rapideditor/country-coder name-suggestion-index} installs: countries and territories (ISC), and companies,
 * public bodies, states and capitals with Wikidata's labels (BSD-3-Clause; the labels and ids are CC0).
 */
public final class AliasTableMaker {
    private static final Pattern STATE = Pattern.compile("state (?:of|in) the United States(?: of America)?");
    private static final Pattern CAPITAL = Pattern.compile(
            "capital(?: city)?(?: and (?:largest|most populous) city)? of (?!the (?:canton|district|county)).*"
                    + "|.*\\bcapital (?:and largest )?city of .*");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?i).*\\b(?:multinational|conglomerate|airline|bank|oil|petroleum|energy|automobile|automotive"
                    + "|car manufacturer|aerospace|technology|software|telecommunications?|telecom|mobile network"
                    + "|broadcaster|newspaper|pharmaceutical|insurance|holding|railway|international organi[sz]ation"
                    + "|intergovernmental|federal agency|government agency|ministry|government body|police force"
                    + "|law enforcement|political party|central bank|logistics|retail(?:er)? company|retail corporation"
                    + "|hypermarket|supermarket|fast food|courier|space agency|postal)\\b.*");
    private static final Pattern NO_ORGANISATION = Pattern.compile(
            "(?i).*\\b(?:school|district|library|municipal|county|town|village|hospital trust|flag|transit|bus )\\b.*");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{IsLatin}\\p{N}][\\p{IsLatin}\\p{N} .&'’+-]{2,50}");
    private static final int SHORTEST = 5; // shorter names of organisations mean other things too often
    private static final Set<String> LEVELS_OF_COUNTRIES = Set.of("country", "territory", "");
    private static final String WIKIDATA = "wikidata";
    private static final String HEADER =
            "# Made by AliasTableMaker from country-coder (ISC) and name-suggestion-index (BSD-3-Clause);"
                    + " ids and labels of Wikidata (CC0)\n";

    private final Map<String, String> lineByName = new TreeMap<>();

    public static void main(String[] arguments) throws IOException {
        Path modules = Path.of(arguments[0]);
        AliasTableMaker maker = new AliasTableMaker();
        maker.addCountries(modules.resolve("@rapideditor/country-coder/src/data/borders.json"));
        maker.addPlacesAndOrganisations(modules.resolve("name-suggestion-index/dist/wikidata/wikidata.json"));
        maker.write(Path.of(arguments[1]).resolve("aliases-made.tsv.gz"));
    }

    private void write(Path target) throws IOException {
        try (var out = new OutputStreamWriter(new SmallestGzip(Files.newOutputStream(target)), UTF_8)) {
            out.write(HEADER);
            for (String line : lineByName.values()) {
                out.write(line + "\n");
            }
        }
        System.err.printf("%s: %,d entities, %,d bytes%n", target, lineByName.size(), Files.size(target));
    }

    private void addCountries(Path borders) throws IOException {
        for (JsonNode feature : read(borders).path("features")) {
            JsonNode country = feature.path("properties");
            boolean isCountry =
                    LEVELS_OF_COUNTRIES.contains(country.path("level").asText()) && country.has("iso1A2");
            if (isCountry && country.has(WIKIDATA)) {
                String name = country.path("nameEn").asText();
                add(country.path(WIKIDATA).asText(), EntityType.PLACE, name);
            }
        }
    }

    private void addPlacesAndOrganisations(Path wikidata) throws IOException {
        for (Map.Entry<String, JsonNode> entry : read(wikidata).path(WIKIDATA).properties()) {
            String label = entry.getValue().path("label").asText();
            String description = entry.getValue().path("description").asText();
            if (!PLAIN_NAME.matcher(label).matches() || !Character.isUpperCase(label.codePointAt(0))) {
                continue;
            }
            if (isPlace(description)) {
                add(entry.getKey(), EntityType.PLACE, label);
            } else if (isOrganisation(description) && isUnmistakable(label)) {
                add(entry.getKey(), EntityType.ORGANISATION, label);
            }
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.reader(JsonNode.class).readTree(Files.readAllBytes(file));
    }

    private static boolean isPlace(String description) {
        return STATE.matcher(description).matches()
                || CAPITAL.matcher(description).matches()
                        && !ORGANISATION.matcher(description).matches();
    }

    private static boolean isOrganisation(String description) {
        return ORGANISATION.matcher(description).matches()
                && !NO_ORGANISATION.matcher(description).matches();
    }

    /**
     * Whether the name is no common word: it has several words, or capitals behind its first letter, or the lexicon
     * does not have it in small letters.
     */
    private static boolean isUnmistakable(String name) {
        if (name.length() < SHORTEST) {
            return false;
        }
        String lowerCase = name.toLowerCase(Locale.ROOT);
        boolean hasCapitalsInside = !name.substring(1).equals(name.substring(1).toLowerCase(Locale.ROOT));
        return name.indexOf(' ') > 0
                || hasCapitalsInside
                || Lexicon.shipped().path(lowerCase).length() == 0;
    }

    /** Adds an entity; the first with a name keeps it. */
    private void add(String wikidata, EntityType type, String name) {
        String line = String.join("\t", wikidata, type.name().toLowerCase(Locale.ROOT), name, "", "");
        lineByName.putIfAbsent(name, line);
    }
}
