package io.newsfold.enrich.stream;

import io.newsfold.contract.Lineage;
import io.newsfold.contract.StoryChange;
import org.jspecify.annotations.Nullable;

/** A message of the clustering. */
sealed interface ClusterOutput {
    /**
     * The lineage of an article.
     *
     * @param lineage null where the article is withdrawn: a tombstone on the topic
     */
    record ArticleLineage(@Nullable Lineage lineage) implements ClusterOutput {}

    /**
     * A change of a story.
     *
     * @param change the event
     */
    record ChangedStory(StoryChange change) implements ClusterOutput {}
}
