package io.newsfold.enrich.stream;

import io.newsfold.contract.Lineage;
import io.newsfold.contract.StoryChange;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the reading has to tell: an article's lineage, or a change of a story.
 *
 * @param id of the article, for a lineage; null for a change
 * @param lineage null where the article is gone, and for a change
 * @param change null for a lineage
 */
record Threaded(
        @Nullable String id,
        @Nullable Lineage lineage,
        @Nullable StoryChange change) {
    static Threaded ofLineage(String id, @Nullable Lineage lineage) {
        return new Threaded(id, lineage, null);
    }

    static Threaded ofChange(StoryChange change) {
        return new Threaded(null, null, change);
    }

    boolean isLineage() {
        return id != null;
    }
}
