package io.newsfold.enrich.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one arrival made different.
 *
 * @param changes by article id, in the order in which they were met
 * @param revised the article that came in a new version; null where none did
 * @param looks how many articles were looked at again
 */
public record Reclustering(
        Map<String, Change> changes, @Nullable String revised, int looks) {
    static final Reclustering NONE = new Reclustering(Map.of(), null, 0);

    public Reclustering {
        changes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** An article before and after; before, one that is new has no decision. */
    public record Change(ClusteredArticle before, ClusteredArticle after) {}
}
