package io.newsfold.enrich.stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.cluster.ClusteredArticle;
import io.newsfold.enrich.cluster.IncrementalClustering;
import io.newsfold.enrich.cluster.Reclustering;
import io.newsfold.enrich.match.CandidatePair;
import java.time.Instant;
import java.util.List;

/** A message to the clustering of one language: from a shard of {@code match}, or from a person. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClusterInput.Matched.class, name = "matched"),
    @JsonSubTypes.Type(value = ClusterInput.Withdrawn.class, name = "withdrawn"),
    @JsonSubTypes.Type(value = ClusterInput.Overridden.class, name = "overridden")
})
public sealed interface ClusterInput {
    /**
     * Applies the message to a clustering.
     *
     * @param language of the clustering
     */
    Reclustering applyTo(IncrementalClustering clustering, String language);

    /** Time of what caused the message: the fetch of a delivery, or the decision of a person. */
    Instant time();

    /**
     * A fingerprint with the pairs that a shard found for it.
     *
     * @param position of the article
     * @param version position of the fingerprint in the order of all fingerprints
     * @param headline of the article
     * @param joinsOnly whether the article binds no story
     * @param origin of the fingerprint
     * @param pairs with articles of the shard
     */
    record Matched(
            CanonicalPosition position,
            long version,
            String headline,
            boolean joinsOnly,
            FingerprintOrigin origin,
            List<CandidatePair> pairs)
            implements ClusterInput {
        public Matched {
            pairs = List.copyOf(pairs);
        }

        @Override
        public Reclustering applyTo(IncrementalClustering clustering, String language) {
            return clustering.arrive(
                    ClusteredArticle.undecided(position, version, language, headline, joinsOnly, origin.partition()),
                    pairs);
        }

        @Override
        public Instant time() {
            return origin.fetched();
        }
    }

    /**
     * The article is withdrawn, or has another language now.
     *
     * @param id article id
     * @param version position of the tombstone or of the newer fingerprint
     * @param time fetch of the delivery that withdrew it, or brought the newer version
     */
    record Withdrawn(String id, long version, Instant time) implements ClusterInput {
        @Override
        public Reclustering applyTo(IncrementalClustering clustering, String language) {
            return clustering.withdraw(id, version);
        }
    }

    /**
     * A person's decision on two articles.
     *
     * @param override the decision
     */
    record Overridden(LineageOverride override) implements ClusterInput {
        @Override
        public Reclustering applyTo(IncrementalClustering clustering, String language) {
            return clustering.override(override);
        }

        @Override
        public Instant time() {
            return override.time();
        }
    }
}
