package io.newsfold.enrich.tag;

import java.util.List;

/**
 * An entity of the user's gazetteer.
 *
 * @param names all its names, the usual one first
 */
record GazetteerEntry(KnownEntity entity, List<String> names) {
    GazetteerEntry {
        names = List.copyOf(names);
    }
}
