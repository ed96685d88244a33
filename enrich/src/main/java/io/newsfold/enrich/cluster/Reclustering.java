package io.newsfold.enrich.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes that one message caused.
 *
 * @param changes by article id, in the order in which they were found
 * @param revised the article that came in a new version; null where none did
 * @param decisions number of decisions that were made, with or without a change
 */
public record Reclustering(
        Map<String, Change> changes, @Nullable String revised, int decisions) {
    static final Reclustering NONE = new Reclustering(Map.of(), null, 0);

    public Reclustering {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /**
     * An article before and after.
     *
     * @param before without a decision where the article is new
     * @param after the article now
     */
    public record Change(ClusteredArticle before, ClusteredArticle after) {}
}
