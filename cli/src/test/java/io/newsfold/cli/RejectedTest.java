package io.newsfold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invalid records of other producers are rejected and listed, and can be shown and sent once more. */
class RejectedTest {
    private static final String TEXT =
            "Pier to be painted\n\nThe pier at Carrow Point will be painted green in May, the harbour board decided on"
                    + " Monday.";

    @TempDir
    private Path folder;

    private Pipeline pipeline;

    @SuppressWarnings("NullAway.Init")
    RejectedTest() {}

    @BeforeEach
    void start() throws Exception {
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
        Properties settings = new Properties();
        settings.putAll(pipeline.client());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 40 * 1024 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 100L * 1024 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            send(producer, Topic.RAW, "https://a.example/pier", TEXT.getBytes(UTF_8));
            send(producer, Topic.RAW, null, TEXT.getBytes(UTF_8));
            send(producer, Topic.RAW, "https://a.example/large", new byte[30 * 1024 * 1024]);
            send(producer, Topic.RAW, "https://a.example/paper", "%PDF-1.7".getBytes(UTF_8));
            send(producer, Topic.OVERRIDES, "a|b", "not an override".getBytes(UTF_8));
            send(producer, Topic.ENRICHED, "0".repeat(20), "not an article".getBytes(UTF_8));
        }
        pipeline.awaitCaughtUp();
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void eachInvalidRecordHasAReasonAndCanBeSentOnceMore() throws IOException {
        Path large = folder.resolve("large.txt");
        Files.write(large, new byte[Limits.BODY_BYTES + 1]);
        command("add", large.toString());

        Run list = command("rejected", "list");
        assertThat(list.stdout())
                .as(list.stderr())
                .contains("  read  no_key  ")
                .contains("  clean  too_large  ")
                .contains("  clean  not_html  ")
                .contains("  read  schema  " + Topic.OVERRIDES.topicName())
                .contains("  sink  schema  " + Topic.ENRICHED.topicName())
                .contains("  ingest  too_large  large.txt")
                .hasLineCount(6);
        assertThat(command("rejected", "show", "https://a.example/paper").stdout())
                .isEqualTo("%PDF-1.7\n");
        assertThat(command("rejected", "replay", "--reason", "not_html").stdout())
                .isEqualTo("1 records sent once more\n");
        pipeline.awaitCaughtUp();
        assertThat(command("rejected", "list", "--reason", "not_html").stdout()).hasLineCount(2);
        assertThat(command("where", "https://a.example/paper").stdout()).contains("not_html");
    }

    private Run command(String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--data", folder.resolve("data").toString()))
                .toArray(String[]::new);
        return Run.command(folder, all);
    }

    @SuppressWarnings("NullAway") // the test needs a record without a key
    private static void send(Producer<String, byte[]> producer, Topic topic, @Nullable String key, byte[] value)
            throws Exception {
        producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
    }
}
