package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.newsfold.cli.ClientPrograms.Ended;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.Topic;
import io.newsfold.desk.web.WebServer;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.kafka.TopicReader;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.FileRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a pipeline wrote to the public topics is as their descriptions say, and other clients read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicTopicsTest {
    private static final Path PROGRAMS =
            Path.of("src", "test", "resources", "clients").toAbsolutePath();

    private Path folder;
    private Pipeline pipeline;
    private ClientPrograms programs;
    private final Map<Topic, Integer> counts = new EnumMap<>(Topic.class);
    private final Map<Topic, TreeSet<String>> headers = new EnumMap<>(Topic.class);
    private final TreeSet<String> invalid = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    PublicTopicsTest() {}

    @BeforeAll
    void read(@TempDir Path temporary) throws IOException {
        folder = temporary;
        programs = new ClientPrograms(folder);
        Run.once(folder, Run.SEED_FEED);
        pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                new Tagger(),
                TopicRules.shipped(),
                true));
        Run.command(folder, "link", "https://one.example", "https://two.example", "--data", folder + "/data");
        Path down = Files.writeString(folder.resolve("down.rss"), "The server is down.");
        Run.command(folder, "replay", down.toString(), "--data", folder + "/data"); // refused before the topic
        // refused before the first request; the source state records it
        Run.command(folder, "poll", "--once", "http://127.0.0.1/feed", "--data", folder + "/data");
        for (Topic topic : Topic.values()) {
            read(topic);
        }
    }

    @AfterAll
    void stop() {
        pipeline.close();
    }

    @Test
    void everyRecordIsValidByTheSchemaOfItsTopic() {
        assertThat(invalid).isEmpty();
        assertThat(counts).hasSize(Topic.values().length);
    }

    @Test
    void everyHeaderIsInTheDescriptionOfItsTopic() throws IOException {
        Map<Topic, Set<String>> described = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            described.put(topic, describedHeaders(topic));
        }

        headers.forEach((topic, seen) ->
                assertThat(described.get(topic)).as(topic.topicName()).containsAll(seen));
        assertThat(headers.entrySet().stream()
                        .filter(seen -> !seen.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactlyElementsOf(described.entrySet().stream()
                        .filter(headersOf -> !headersOf.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void everyRecordHasACodecThatEveryClientReads() throws IOException {
        List<Path> logs;
        Map<String, TreeSet<CompressionType>> codecs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            logs = files.filter(file -> file.toString().endsWith(".log")).toList();
        }
        for (Path log : logs) {
            String partition = log.getName(log.getNameCount() - 2).toString();
            String topic = partition.replaceFirst("-\\d+$", "");
            if (counts.keySet().stream().anyMatch(known -> known.topicName().equals(topic))) {
                try (FileRecords records = FileRecords.open(log.toFile(), false)) {
                    records.batches().forEach(batch -> {
                        if (!batch.isControlBatch()) {
                            codecs.computeIfAbsent(topic, t -> new TreeSet<>()).add(batch.compressionType());
                        }
                    });
                }
            }
        }

        assertThat(codecs).hasSize(Topic.values().length);
        assertThat(codecs.values()).containsOnly(new TreeSet<>(List.of(CompressionType.GZIP)));
    }

    @Test
    void pythonReadsEveryTopic() throws IOException {
        Optional<String> python = programs.python("confluent_kafka");
        assumeTrue(python.isPresent(), "skipped: no python3 with confluent_kafka is installed");

        Ended ended = programs.run(
                Stream.concat(Stream.of(python.orElseThrow(), PROGRAMS + "/count.py"), Stream.of(arguments()))
                        .toList());

        assertThat(ended.output()).isEqualTo(expected());
    }

    @Test
    void nodeReadsEveryTopicWithoutCodecs() throws IOException {
        Optional<Path> packages = programs.nodePackages();
        assumeTrue(packages.isPresent(), "skipped: no node, or no kafkajs in NODE_PATH or docs/examples/node_modules");

        Ended ended = programs.node(packages.orElseThrow(), PROGRAMS.resolve("count.mjs"), arguments());

        assertThat(ended.output()).isEqualTo(expected());
    }

    private void read(Topic topic) throws IOException {
        Optional<Schema> schema = topic == Topic.RAW ? Optional.empty() : Optional.of(schema(topic));
        headers.put(topic, new TreeSet<>());
        try (TopicReader reader = TopicReader.fromBeginning(pipeline.client(), topic)) {
            reader.readToEnd(entry -> {
                counts.merge(topic, 1, Integer::sum);
                entry.headers()
                        .forEach(header ->
                                headers.getOrDefault(topic, new TreeSet<>()).add(header.key()));
                byte[] value = entry.value();
                if (value != null) {
                    schema.ifPresent(s -> s.validate(new String(value, StandardCharsets.UTF_8), InputFormat.JSON)
                            .forEach(e -> invalid.add(topic + ": " + e)));
                }
            });
        }
    }

    private String[] arguments() {
        return Stream.concat(
                        Stream.of(pipeline.client().getProperty("bootstrap.servers")),
                        counts.entrySet().stream().map(count -> count.getKey().topicName() + "=" + count.getValue()))
                .toArray(String[]::new);
    }

    private String expected() {
        return counts.entrySet().stream()
                .map(count -> count.getKey().topicName() + " " + count.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static Schema schema(Topic topic) throws IOException {
        String resource = "schema/" + topic.topicName() + ".schema.json";
        try (InputStream in = Objects.requireNonNull(Topic.class.getResourceAsStream(resource), resource)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        }
    }

    /** The headers of a topic's records in asyncapi.yaml. */
    private static Set<String> describedHeaders(Topic topic) throws IOException {
        try (InputStream in = Objects.requireNonNull(WebServer.class.getResourceAsStream("asyncapi.yaml"))) {
            JsonNode asyncapi = new YAMLMapper().readTree(in);
            String message = "/components/messages/" + topic.topicName().replace('.', '-');
            JsonNode described = asyncapi.at(message + "/headers");
            if (described.has("$ref")) {
                described = asyncapi.at(described.path("$ref").asText().substring(1));
            }
            TreeSet<String> names = new TreeSet<>();
            described.path("properties").fieldNames().forEachRemaining(names::add);
            return names;
        }
    }
}
