package io.newsfold.desk.index;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a record of a topic has the fields that the index and the pages need. Any program may write to a topic,
 * and Jackson reads JSON that lacks a field, or is just {@code null}, as a record with a null in it. Each method
 * returns its argument, or throws an IllegalArgumentException that names the first absent field.
 */
final class RequiredFields {
    private RequiredFields() {}

    static EnrichedArticle of(EnrichedArticle enriched) {
        require(enriched, "record");
        require(enriched.article(), "article");
        require(enriched.article().id(), "id");
        require(enriched.article().source(), "source");
        require(enriched.article().text(), "text");
        require(enriched.article().text().headline(), "headline");
        require(enriched.article().text().articleBody(), "articleBody");
        require(enriched.article().text().inLanguage(), "inLanguage");
        require(
                enriched.article().versions().isEmpty()
                        ? null
                        : enriched.article().seen(),
                "versions.firstFetched");
        require(enriched.place(), "place");
        require(enriched.place().story(), "story");
        require(enriched.place().story().id(), "story.id");
        return enriched;
    }

    static Story of(Story story) {
        require(story, "record");
        require(story.id(), "id");
        require(story.headline(), "headline");
        require(story.first(), "first");
        require(story.last(), "last");
        return story;
    }

    static StoryChange of(StoryChange change) {
        require(change, "record");
        require(change.kind(), "kind");
        require(change.time(), "time");
        require(change.story(), "story");
        require(change.headline(), "headline");
        return change;
    }

    static Rejection of(Rejection rejection) {
        require(rejection, "record");
        require(rejection.key(), "key");
        require(rejection.stage(), "stage");
        require(rejection.reason(), "reason");
        require(rejection.message(), "message");
        require(rejection.raw(), "raw");
        require(rejection.raw().topic(), "raw.topic");
        require(rejection.fetched(), "fetched");
        require(rejection.origin(), "origin");
        return rejection;
    }

    static LineageOverride of(LineageOverride override) {
        require(override, "record");
        require(override.a(), "a");
        require(override.b(), "b");
        require(override.about(), "about");
        require(override.time(), "time");
        return override;
    }

    static Receipt of(Receipt receipt) {
        require(receipt, "record");
        require(receipt.id(), "id");
        require(receipt.raw(), "raw");
        require(receipt.fetched(), "fetched");
        return receipt;
    }

    static SourceState of(SourceState source) {
        require(source, "record");
        require(source.id(), "id");
        require(source.kind(), "kind");
        return source;
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("the record has no " + field);
        }
    }
}
