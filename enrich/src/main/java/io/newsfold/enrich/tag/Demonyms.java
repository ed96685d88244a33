package io.newsfold.enrich.tag;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The countries from whose names those of nationalities come: French, Frenchwoman, the Dutch. Immutable. */
final class Demonyms {
    private static final Demonyms SHIPPED = new Demonyms();

    private final Map<String, String> countries = new HashMap<>();

    private Demonyms() {
        TableLines.forEach("demonyms.tsv", line -> {
            String[] columns = line.split("\t");
            countries.put(columns[0], columns[1]);
        });
    }

    static Demonyms shipped() {
        return SHIPPED;
    }

    /** The Wikidata id of the country, or null. */
    @Nullable
    String country(String nationality) {
        String country = countries.get(nationality);
        boolean isPlural = nationality.endsWith("s") && nationality.length() > 2;
        return country == null && isPlural
                ? countries.get(nationality.substring(0, nationality.length() - 1))
                : country;
    }
}
