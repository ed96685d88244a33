package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaDescriptionTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/newsfold/contract/schema");
    private static final Map<Topic, Class<?>> RECORDS = Map.of(
            Topic.RECEIPTS, Receipt.class,
            Topic.REJECTED, Rejection.class,
            Topic.FINGERPRINTS, Fingerprint.class,
            Topic.OVERRIDES, LineageOverride.class,
            Topic.LINEAGE, Lineage.class,
            Topic.ENRICHED, EnrichedArticle.class,
            Topic.STORIES, Story.class,
            Topic.CHANGES, StoryChange.class,
            Topic.SOURCES, SourceState.class);

    @ParameterizedTest
    @EnumSource(value = Topic.class, names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void theSchemaOfEachTopicIsTheOneWrittenDown(Topic topic) throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        Path golden = FOLDER.resolve(topic.topicName() + ".schema.json");

        Map<String, Object> schema = SchemaWriter.schema(RECORDS.getOrDefault(topic, Void.class), topic);
        String written = mapper.writer(printer).writeValueAsString(schema) + "\n";

        if (System.getProperty("golden") != null) {
            Files.writeString(golden, written);
        }
        assertThat(golden).as("./newsfold golden rewrites it").content().isEqualTo(written);
    }
}
