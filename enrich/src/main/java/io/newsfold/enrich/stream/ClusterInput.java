package io.newsfold.enrich.stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.cluster.ClusteredArticle;
import io.newsfold.enrich.cluster.IncrementalClustering;
import io.newsfold.enrich.cluster.Reclustering;
import io.newsfold.enrich.match.CandidatePair;
import java.util.List;

/** A message to the clustering of one language: from a shard of {@code match}, or from a person. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClusterInput.Matched.class, name = "matched"),
    @JsonSubTypes.Type(value = ClusterInput.Withdrawn.class, name = "withdrawn"),
    @JsonSubTypes.Type(value = ClusterInput.Overridden.class, name = "overridden")
})
public sealed interface ClusterInput {
    /** Applies the message. */
    Reclustering applyTo(IncrementalClustering clustering, String language);

    /**
     * A fingerprint with what a shard found for it.
     *
     * @param version position of the fingerprint in the order of all fingerprints
     * @param pairs with articles of the shard
     */
    record Matched(CanonicalPosition position, long version, String headline, List<CandidatePair> pairs)
            implements ClusterInput {
        public Matched {
            pairs = List.copyOf(pairs);
        }

        @Override
        public Reclustering applyTo(IncrementalClustering clustering, String language) {
            return clustering.arrive(new ClusteredArticle(position, version, language, headline, null, false), pairs);
        }
    }

    /**
     * The article is withdrawn, or has become one of another language.
     *
     * @param version position of the tombstone or of the newer fingerprint
     */
    record Withdrawn(String id, long version) implements ClusterInput {
        @Override
        public Reclustering applyTo(IncrementalClustering clustering, String language) {
            return clustering.withdraw(id, version);
        }
    }

    /** A person's decision about two articles. */
    record Overridden(LineageOverride override) implements ClusterInput {
        @Override
        public Reclustering applyTo(IncrementalClustering clustering, String language) {
            return clustering.override(override);
        }
    }
}
