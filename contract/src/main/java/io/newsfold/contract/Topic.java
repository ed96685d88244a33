package io.newsfold.contract;

import java.util.Map;

/** The public topics. All of a pipeline's keyed topics have the same number of partitions. */
public enum Topic {
    /** What was delivered, byte for byte; the source of truth. Key: canonical URL or {@code sha256:…}. */
    RAW("articles.raw", Cleanup.KEEP),
    /** One receipt per raw record that could be used. Key: article id. */
    RECEIPTS("articles.receipts", Cleanup.KEEP),
    /** One record per raw record that could not be used. Key: raw key. */
    REJECTED("articles.rejected", Cleanup.KEEP),
    /** The cleaned and tagged article with its versions. Key: article id. */
    CLEAN("articles.clean", Cleanup.COMPACT),
    /** What matching needs of each article, in the total order of the job. Key: article id. */
    FINGERPRINTS("fingerprints", Cleanup.KEEP),
    /** What people say of two articles. Key: both ids and the matter. */
    OVERRIDES("lineage.overrides", Cleanup.COMPACT),
    /** Story, parent and relation of each article. Key: article id. */
    LINEAGE("lineage", Cleanup.COMPACT),
    /** The public record: clean article and lineage. Key: article id. */
    ENRICHED("articles.enriched", Cleanup.COMPACT),
    /** Each story as it stands. Key: story id. */
    STORIES("stories", Cleanup.COMPACT),
    /** What happened to stories: began, joined, left, and so on. Key: story id. */
    CHANGES("stories.changes", Cleanup.KEEP),
    /** How each source stands, and where it goes on. Key: source id. */
    SOURCES("sources", Cleanup.COMPACT);

    private enum Cleanup {
        KEEP,
        COMPACT
    }

    private final String topicName;
    private final Cleanup cleanup;

    Topic(String topicName, Cleanup cleanup) {
        this.topicName = topicName;
        this.cleanup = cleanup;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** How many partitions this topic has where keyed topics have {@code keyed} of them. */
    public int partitions(int keyed) {
        return this == FINGERPRINTS ? 1 : keyed;
    }

    /** Topic settings for creation. Nothing is deleted by age: retention is the operator's to set. */
    public Map<String, String> settings() {
        String size = Integer.toString(Limits.RECORD_BYTES);
        return switch (cleanup) {
            case KEEP -> Map.of("cleanup.policy", "delete", "retention.ms", "-1", "max.message.bytes", size);
            case COMPACT -> Map.of("cleanup.policy", "compact", "max.message.bytes", size);
        };
    }
}
