package io.newsfold.contract;

import java.util.Map;

/** The public topics. All of a pipeline's keyed topics have the same number of partitions. */
public enum Topic {
    /** Deliveries, byte for byte; the source of truth. Key: canonical URL or {@code sha256:…}. */
    RAW("articles.raw", Cleanup.KEEP),
    /** One receipt per usable raw record. Key: article id. */
    RECEIPTS("articles.receipts", Cleanup.KEEP),
    /** One rejection per unusable raw record. Key: raw key. */
    REJECTED("articles.rejected", Cleanup.KEEP),
    /** What matching needs of each article, in the total order of the job. Key: article id. */
    FINGERPRINTS("fingerprints", Cleanup.KEEP),
    /** Decisions of people about two articles. Key: both ids and the matter. */
    OVERRIDES("lineage.overrides", Cleanup.COMPACT),
    /** Story, parent and relation of each article, on the partition that its text came from. Key: article id. */
    LINEAGE("lineage", Cleanup.COMPACT),
    /** The public record: clean article and lineage. Key: article id. */
    ENRICHED("articles.enriched", Cleanup.COMPACT),
    /** The current state of each story. Key: story id. */
    STORIES("stories", Cleanup.COMPACT),
    /** Changes of stories: began, joined, left, and so on. Key: story id. */
    CHANGES("stories.changes", Cleanup.KEEP),
    /** Health and position of each live source. Key: source id. */
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

    /**
     * Name and version of the schema of this topic's records, which each record has in its field {@code schema}.
     * {@link #RAW} has bytes as delivered, and no schema.
     */
    public String schema() {
        return "newsfold/" + topicName + "/1";
    }

    /** The {@code $id} of the JSON Schema of that name. */
    public String schemaId() {
        return "https://newsfold.example/schema/" + topicName + "/1";
    }

    /** Number of partitions of this topic if keyed topics have {@code keyed} partitions. */
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
