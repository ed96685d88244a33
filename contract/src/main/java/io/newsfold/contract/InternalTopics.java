package io.newsfold.contract;

/** Names of the topics that Kafka Streams creates for the job. */
public final class InternalTopics {
    /** Application id of the job: its consumer group, and the prefix of its transactional ids and internal topics. */
    public static final String APPLICATION_ID = "newsfold-enrich";

    /** Repartition topic: every fingerprint for every shard of {@code match}. */
    public static final String SHARDS = "shards";

    /** Repartition topic: every override for every task of {@code cluster}. */
    public static final String OVERRIDES = "overrides";

    /** Repartition topic: candidate pairs of every article, by language. */
    public static final String PAIRS = "candidate-pairs";

    /** Repartition topic: articles by story. */
    public static final String STORY_MEMBERS = "story-members";

    /** Repartition topic: signatures of all stories, on one partition. */
    public static final String SIGNATURES = "story-signatures";

    /** Repartition topic: links to stories of other languages, by story. */
    public static final String LINKS = "story-links";

    private InternalTopics() {}

    /** Full name of a repartition topic on the cluster. */
    public static String repartition(String name) {
        return APPLICATION_ID + "-" + name + "-repartition";
    }
}
