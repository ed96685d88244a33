package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Json;
import io.newsfold.contract.JsonSerde;
import io.newsfold.contract.Story;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Events of one week, told in eight or nine languages, in pairs that are easily taken for one: stories of one event are
 * linked across languages, those of two never.
 */
class OneEventInLanguagesTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    OneEventInLanguagesTest() {}

    /** A line of the file. */
    private record Told(String event, String language, Instant published, String headline, String text) {
        String address() {
            return "https://" + language + ".example/" + event;
        }
    }

    @ParameterizedTest
    @CsvSource({"across.jsonl, 0.85", "across-unseen.jsonl, 0.55"})
    void storiesOfOneEventAreLinkedAndNoOthers(String file, double least) throws IOException {
        Map<String, Story> stories = stories(told(file), true);
        int linked = 0;
        int ofOneEvent = 0;
        List<String> wrong = new ArrayList<>();
        for (Story one : stories.values()) {
            Set<String> links =
                    one.sameEvent().stream().map(Story.SameEvent::story).collect(Collectors.toSet());
            for (Story other : stories.values()) {
                boolean isOneEvent = !Objects.equals(one.inLanguage(), other.inLanguage())
                        && !Collections.disjoint(events(one), events(other));
                ofOneEvent += isOneEvent ? 1 : 0;
                linked += isOneEvent && links.contains(other.id()) ? 1 : 0;
                if (!isOneEvent && links.contains(other.id())) {
                    wrong.add(one.headline() + " | " + other.headline());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat((double) linked / ofOneEvent).isGreaterThanOrEqualTo(least);
    }

    @Test
    void theLinksAreTheSameInAnyOrder() throws IOException {
        List<Told> told = told("across.jsonl");
        Map<String, Story> inOrder = stories(told, true);
        Collections.shuffle(told, new Random(7));

        assertThat(stories(told, true)).isEqualTo(inOrder);
    }

    @Test
    void theyCanBeSwitchedOff() throws IOException {
        assertThat(stories(told("across.jsonl"), false).values())
                .isNotEmpty()
                .allSatisfy(story -> assertThat(story.sameEvent()).isEmpty());
    }

    private static Set<String> events(Story story) {
        return story.articles().stream()
                .map(article -> Objects.requireNonNull(article.url()).replaceAll(".*/", ""))
                .collect(Collectors.toSet());
    }

    private static List<Told> told(String file) throws IOException {
        try (var in = OneEventInLanguagesTest.class.getResourceAsStream("events/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> Json.read(line.getBytes(UTF_8), Told.class))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private Map<String, Story> stories(List<Told> told, boolean crossLanguage) {
        Properties client = new Properties();
        client.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        EnrichConfig config =
                new EnrichConfig(client, folder, 1, 1, 1, 100, new Tagger(), TopicRules.shipped(), crossLanguage);
        try (TopologyTestDriver driver = new TopologyTestDriver(EnrichTopology.build(config), config.streams())) {
            TestInputTopic<String, byte[]> raw =
                    driver.createInputTopic(Topic.RAW.topicName(), new StringSerializer(), new ByteArraySerializer());
            TestOutputTopic<String, Story> stories = driver.createOutputTopic(
                    Topic.STORIES.topicName(), new StringDeserializer(), new JsonSerde<>(Story.class).deserializer());
            told.forEach(article -> raw.pipeInput(
                    RawRecords.of(article.address(), article.headline(), article.text(), article.published())));
            Map<String, Story> last = new TreeMap<>(stories.readKeyValuesToMap());
            last.values().removeIf(Objects::isNull);
            return last;
        }
    }
}
