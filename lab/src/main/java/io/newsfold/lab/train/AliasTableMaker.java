package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Json;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.enrich.tag.Lexicon;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * {@code newsfold bench make-aliases NODE_MODULES}: makes the second table of {@link AliasTable} from what {@code npm install @rapideditor/country-coder
 * name-suggestion-index} brings: countries and territories (ISC), and companies, public bodies, states and capitals with Wikidata's labels (BSD-3-Clause; the
 * labels and ids CC0).
 */
public final class AliasTableMaker {
    private static final Pattern STATE = Pattern.compile("state (?:of|in) the United States(?: of America)?");
    private static final Pattern CAPITAL = Pattern.compile(
            "capital(?: city)?(?: and (?:largest|most populous) city)? of (?!the (?:canton|district|county)).*|.*\\bcapital (?:and largest )?city of .*");
    private static final Pattern BODY = Pattern.compile(
            "(?i).*\\b(?:multinational|conglomerate|airline|bank|oil|petroleum|energy|automobile|automotive|car manufacturer|aerospace|technology|software|"
                    + "telecommunications?|telecom|mobile network|broadcaster|newspaper|pharmaceutical|insurance|holding|railway|international organi[sz]ation|"
                    + "intergovernmental|federal agency|government agency|ministry|government body|police force|law enforcement|political party|central bank|"
                    + "logistics|retail(?:er)? company|retail corporation|hypermarket|supermarket|fast food|courier|space agency|postal)\\b.*");
    private static final Pattern NOT_A_BODY = Pattern.compile(
            "(?i).*\\b(?:school|district|library|municipal|county|town|village|hospital trust|flag|transit|bus )\\b.*");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{IsLatin}\\p{N}][\\p{IsLatin}\\p{N} .&'’+-]{2,50}");
    private static final int SHORTEST = 5; // shorter ones stand for too much
    private static final Set<String> LEVELS = Set.of("country", "territory", "");

    private final Map<String, String> lines = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();

    public static void main(String[] arguments) throws IOException {
        Path modules = Path.of(arguments[0]);
        AliasTableMaker maker = new AliasTableMaker();
        maker.countries(modules.resolve("@rapideditor/country-coder/src/data/borders.json"));
        maker.bodies(modules.resolve("name-suggestion-index/dist/wikidata/wikidata.json"));
        Path target = Path.of(arguments[1]).resolve("aliases-made.tsv.gz");
        try (var out = new PrintWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(target)) {
                    {
                        def.setLevel(9);
                    }
                },
                UTF_8))) {
            out.print(
                    "# Made by AliasTableMaker from country-coder (ISC) and name-suggestion-index (BSD-3-Clause); ids and labels of Wikidata (CC0)\n");
            maker.lines.values().forEach(line -> out.print(line + "\n"));
        }
        System.err.printf("%s: %,d things, %,d bytes%n", target, maker.lines.size(), Files.size(target));
    }

    private void countries(Path borders) throws IOException {
        for (JsonNode feature : Json.reader(JsonNode.class)
                .readTree(Files.readAllBytes(borders))
                .path("features")) {
            JsonNode about = feature.path("properties");
            boolean isCountry = LEVELS.contains(about.path("level").asText()) && about.has("iso1A2");
            if (isCountry && about.has("wikidata")) {
                add(
                        about.path("wikidata").asText(),
                        EntityType.PLACE,
                        about.path("nameEn").asText());
            }
        }
    }

    private void bodies(Path wikidata) throws IOException {
        for (var entry : Json.reader(JsonNode.class)
                .readTree(Files.readAllBytes(wikidata))
                .path("wikidata")
                .properties()) {
            String label = entry.getValue().path("label").asText();
            String description = entry.getValue().path("description").asText();
            if (!PLAIN_NAME.matcher(label).matches() || !Character.isUpperCase(label.codePointAt(0))) {
                continue;
            }
            if (STATE.matcher(description).matches()
                    || CAPITAL.matcher(description).matches()
                            && !BODY.matcher(description).matches()) {
                add(entry.getKey(), EntityType.PLACE, label);
            } else if (BODY.matcher(description).matches()
                    && !NOT_A_BODY.matcher(description).matches()
                    && isTelling(label)) {
                add(entry.getKey(), EntityType.ORGANISATION, label);
            }
        }
    }

    /** Whether the name is no plain word: two words and more, or one with more than its first letter a capital, or one that no list has in small letters. */
    private static boolean isTelling(String label) {
        if (label.length() < SHORTEST) {
            return false;
        }
        boolean several = label.indexOf(' ') > 0;
        boolean odd = !label.substring(1).equals(label.substring(1).toLowerCase(Locale.ROOT));
        return several
                || odd
                || Lexicon.shipped().path(label.toLowerCase(Locale.ROOT)).length() == 0;
    }

    private void add(String wikidata, EntityType type, String name) {
        if (names.add(name)) {
            lines.put(name, String.join("\t", wikidata, type.name().toLowerCase(Locale.ROOT), name, "", ""));
        }
    }
}
