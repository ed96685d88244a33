package io.newsfold.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place that an article is mainly about, which need not be that of its dateline.
 *
 * @param entity id of the entity
 * @param name its usual name
 * @param wikidata {@code Q…}, or null
 * @param geo where it is; null where no table has it
 * @param evidence where the article names it
 */
public record ContentLocation(
        String entity,
        String name,
        @Nullable String wikidata,
        @Nullable GeoPoint geo,
        List<String> evidence) {
    public ContentLocation {
        evidence = List.copyOf(evidence);
    }
}
