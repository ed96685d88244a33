package io.newsfold.cli.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Topic;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.TopicIndex;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicIndexTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final String LACKING_TEXT =
            "{\"id\": \"x\", \"entities\": [], \"credits\": [], \"versions\": [], \"flags\": []}";
    private static final String LACKING_TIMES =
            "{\"id\": \"x\", \"headline\": \"x\", \"sources\": [], \"articles\": [], \"entities\": []}";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    TopicIndexTest() {}

    @Test
    void anIndexThatIsOpenedAgainContinuesAtItsOffsets() {
        try (TopicIndex index = TopicIndex.open(folder, "one")) {
            index.apply(List.of(receipt(0, "a", "v1"), receipt(1, "a", "v1"), receipt(2, "b", "v1")));
        }

        try (TopicIndex index = TopicIndex.open(folder, "one")) {
            assertThat(index.offsets()).isEqualTo(Map.of(new TopicPartition("articles.receipts", 0), 3L));
            index.apply(List.of(receipt(2, "b", "v1"), receipt(3, "b", "v2")));

            assertThat(new IndexQueries(index).outcomes())
                    .isEqualTo(Map.of(Outcome.PUBLISHED, 2L, Outcome.UNCHANGED, 1L, Outcome.SUPERSEDED, 1L));
            assertThat(new IndexQueries(index).outcome(0, 2).outcome()).isEqualTo(Outcome.SUPERSEDED);
            assertThat(new IndexQueries(index).outcome(0, 9).outcome()).isEqualTo(Outcome.PENDING);
        }
    }

    @Test
    void theIndexOfAnotherClusterIsDeleted() {
        try (TopicIndex index = TopicIndex.open(folder, "one")) {
            index.apply(List.of(receipt(0, "a", "v1")));
        }

        try (TopicIndex index = TopicIndex.open(folder, "two")) {
            assertThat(index.offsets()).isEmpty();
            assertThat(new IndexQueries(index).outcomes()).isEmpty();
        }
    }

    @Test
    void recordsThatAreNotOfOurSchemasAreSkipped() {
        SourceState source = SourceState.fresh("https://a.example/feed", SourceState.SourceKind.FEED);
        try (TopicIndex index = TopicIndex.open(folder, "one")) {
            index.apply(List.of(
                    entry(Topic.ENRICHED, 0, "x", "not an article".getBytes(UTF_8)),
                    entry(Topic.ENRICHED, 1, "x", "{}".getBytes(UTF_8)),
                    entry(Topic.STORIES, 0, "x", "[]".getBytes(UTF_8)),
                    entry(Topic.SOURCES, 0, source.id(), Json.bytes(source))));

            assertThat(new IndexQueries(index).sources()).containsExactly(source);
            assertThat(new IndexQueries(index).stories(0, 10).all()).isZero();
        }
    }

    @Test
    void recordsThatLackARequiredFieldAreSkipped() {
        ConsumerRecord<String, byte[]> whole = receipt(1, "a", "v1");
        try (TopicIndex index = TopicIndex.open(folder, "one")) {
            List<ConsumerRecord<String, byte[]>> indexed = index.apply(List.of(
                    entry(Topic.ENRICHED, 0, "x", LACKING_TEXT.getBytes(UTF_8)),
                    entry(Topic.STORIES, 0, "x", LACKING_TIMES.getBytes(UTF_8)),
                    entry(Topic.CHANGES, 0, "x", "{\"story\": \"x\"}".getBytes(UTF_8)),
                    entry(Topic.REJECTED, 0, "x", "{\"key\": \"x\"}".getBytes(UTF_8)),
                    entry(Topic.RECEIPTS, 0, "x", "null".getBytes(UTF_8)),
                    whole));

            assertThat(indexed).containsExactly(whole);
            assertThat(new IndexQueries(index).outcomes()).isEqualTo(Map.of(Outcome.PUBLISHED, 1L));
            assertThat(new IndexQueries(index).rejections(0, 10).all()).isZero();
            assertThat(new IndexQueries(index).stories(0, 10).all()).isZero();
        }
    }

    private static ConsumerRecord<String, byte[]> receipt(long offset, String article, String version) {
        Receipt receipt = new Receipt(
                Receipt.SCHEMA,
                article,
                "https://a.example/" + article,
                new Coordinates(Topic.RAW.topicName(), 0, offset),
                NOW.plusSeconds(offset),
                "test",
                version,
                null);
        return entry(Topic.RECEIPTS, offset, article, Json.bytes(receipt));
    }

    private static ConsumerRecord<String, byte[]> entry(Topic topic, long offset, String key, byte[] value) {
        return new ConsumerRecord<>(topic.topicName(), 0, offset, key, value);
    }
}
