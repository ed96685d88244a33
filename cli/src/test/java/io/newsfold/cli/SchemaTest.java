package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.kafka.TopicReader;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of every public topic are valid by their schemas. */
class SchemaTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    SchemaTest() {}

    @Test
    void everyRecordOfTheSeedFeedIsValid() throws IOException {
        Run.once(folder, Run.SEED_FEED);
        Map<Topic, Integer> checked = new EnumMap<>(Topic.class);
        TreeSet<String> errors = new TreeSet<>();

        try (Pipeline pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                AliasTable.shipped()))) {
            Run.command(folder, "link", "https://one.example", "https://two.example", "--data", folder + "/data");
            // refused before the first request; the source state records it
            Run.command(folder, "poll", "--once", "http://127.0.0.1/feed", "--data", folder + "/data");
            for (Topic topic : Topic.values()) {
                if (topic != Topic.RAW) {
                    Schema schema = schema(topic);
                    try (TopicReader reader = TopicReader.fromBeginning(pipeline.client(), topic)) {
                        reader.readToEnd(entry -> {
                            if (entry.value() != null) {
                                checked.merge(topic, 1, Integer::sum);
                                String json = new String(entry.value(), StandardCharsets.UTF_8);
                                schema.validate(json, InputFormat.JSON).forEach(e -> errors.add(topic + ": " + e));
                            }
                        });
                    }
                }
            }
        }

        assertThat(errors).isEmpty();
        assertThat(checked).hasSize(Topic.values().length - 1);
    }

    private static Schema schema(Topic topic) throws IOException {
        String resource = "schema/" + topic.topicName() + ".schema.json";
        try (InputStream in = Objects.requireNonNull(Topic.class.getResourceAsStream(resource), resource)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        }
    }
}
