package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of the shipped alias tables. Its columns are divided by tabs: the Wikidata id or {@code -}, the type, the
 * usual name, other names, short names, and evidence. Lists have {@code |} between two items, and the last column may
 * be absent.
 *
 * @param names all full names, the usual one last
 * @param shortNames names that mean the entity only where the article has no other entity with that name
 */
record AliasLine(KnownEntity entity, List<String> names, List<String> shortNames) {
    private static final String NONE = "-";
    private static final int WIKIDATA = 0;
    private static final int TYPE = 1;
    private static final int USUAL_NAME = 2;
    private static final int OTHER_NAMES = 3;
    private static final int SHORT_NAMES = 4;
    private static final int EVIDENCE = 5;

    /** Stands before the evidence of what a name means unless the text speaks for another. */
    private static final String USUAL = "*";

    AliasLine {
        names = List.copyOf(names);
        shortNames = List.copyOf(shortNames);
    }

    /** Reads a line of a table. */
    static AliasLine of(String line, boolean isCertain) {
        String[] columns = line.split("\t", -1);
        String usualName = columns[USUAL_NAME];
        List<String> names = new ArrayList<>(items(columns[OTHER_NAMES]));
        names.add(usualName);
        String wikidata = columns[WIKIDATA].equals(NONE) ? null : columns[WIKIDATA];
        List<String> evidence = columns.length > EVIDENCE ? items(columns[EVIDENCE]) : List.of();
        boolean isUsual = evidence.contains(USUAL);
        KnownEntity entity = new KnownEntity(
                null,
                EntityType.valueOf(columns[TYPE].toUpperCase(Locale.ROOT)),
                usualName,
                wikidata,
                isUsual ? evidence.subList(1, evidence.size()) : evidence,
                isUsual,
                isCertain,
                null);
        return new AliasLine(entity, names, items(columns[SHORT_NAMES]));
    }

    /** The items of a column. */
    static List<String> items(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split("\\|"));
    }
}
