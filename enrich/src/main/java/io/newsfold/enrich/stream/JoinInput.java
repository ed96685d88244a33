package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Lineage;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** What changes an enriched article. */
sealed interface JoinInput {
    /**
     * An article has another current version.
     *
     * @param article null where it is withdrawn
     */
    record ArticleChange(@Nullable CleanArticle article) implements JoinInput {}

    /**
     * The lineage of an article.
     *
     * @param version of the article that it is the lineage of, from a header of the record
     * @param lineage null where the article is withdrawn, or has moved to the clustering of another language
     */
    record LineageChange(long version, @Nullable Lineage lineage) implements JoinInput {
        private static final String VERSION = "version";

        /** Headers for the lineage of a version of an article. */
        static Headers headers(long version) {
            return new RecordHeaders().add(VERSION, Long.toString(version).getBytes(US_ASCII));
        }

        static LineageChange of(@Nullable Lineage lineage, Headers headers) {
            String version = new String(headers.lastHeader(VERSION).value(), US_ASCII);
            return new LineageChange(Long.parseLong(version), lineage);
        }

        /**
         * Whether {@code known} counts instead. When an article comes in a new version in another language, the
         * clustering tasks of both languages send a lineage, and one of them may lag behind; the tombstone of the
         * former one has the same version.
         */
        boolean isOutdatedBy(@Nullable LineageChange known) {
            return known != null && (version < known.version || version == known.version && lineage == null);
        }
    }
}
