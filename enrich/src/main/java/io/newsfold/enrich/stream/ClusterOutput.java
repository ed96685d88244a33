package io.newsfold.enrich.stream;

import io.newsfold.contract.Json;
import io.newsfold.contract.Lineage;
import io.newsfold.contract.StoryChange;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

/** A message of the clustering. */
sealed interface ClusterOutput {
    /**
     * The lineage of an article.
     *
     * @param lineage null where the article is withdrawn: a tombstone on the topic
     * @param partition of the raw topic that the article's text came from, to which its lineage goes
     */
    record ArticleLineage(@Nullable Lineage lineage, int partition) implements ClusterOutput {
        /** Writes the lineage alone, to the partition where the text is. */
        @SuppressWarnings("removal") // the one method that StreamPartitioner demands, deprecated for one with headers
        static Produced<String, ArticleLineage> toTheText(String name) {
            Serializer<ArticleLineage> json =
                    (topic, value) -> value.lineage() == null ? null : Json.bytes(value.lineage());
            Deserializer<ArticleLineage> none = (topic, bytes) -> {
                throw new UnsupportedOperationException("the topic " + topic + " has lineages");
            };
            return Produced.<String, ArticleLineage>as(name)
                    .withKeySerde(Serdes.String())
                    .withValueSerde(Serdes.serdeFrom(json, none))
                    .withStreamPartitioner((topic, id, value, partitions) -> Optional.of(Set.of(value.partition())));
        }
    }

    /**
     * A change of a story.
     *
     * @param change the event
     */
    record ChangedStory(StoryChange change) implements ClusterOutput {}
}
