package io.newsfold.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The public record, on {@link Topic#ENRICHED} and in the files: the clean article and its lineage.
 *
 * @param article its fields come first
 * @param place its fields come last; the id, which both have, is written once
 */
public record EnrichedArticle(
        @JsonUnwrapped CleanArticle article, @JsonUnwrapped Place place) {

    public static EnrichedArticle of(CleanArticle article, Lineage lineage) {
        return new EnrichedArticle(article, new Place(lineage.story(), lineage.isBasedOn(), lineage.lineage()));
    }

    /** A {@link Lineage} without its id. */
    public record Place(
            Lineage.StoryRef story,
            @org.jspecify.annotations.Nullable String isBasedOn,
            Lineage.Link lineage) {}
}
