package io.newsfold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Topic;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.enrich.tag.UserGazetteer;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.RawRedelivery;
import io.newsfold.kafka.TopicReader;
import io.newsfold.kafka.outcome.OutcomeReport;
import io.newsfold.sink.FileSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new gazetteer reaches the articles that are already in: each once, however often the run is stopped. */
class RetagTest {
    private static final int ARTICLES = 600;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    RetagTest() {}

    @Test
    void exactlyTheArticlesWithTheNameChange() throws Exception {
        Map<String, Integer> before;
        try (Pipeline pipeline = start(new Tagger())) {
            send(pipeline.client(), 0, ARTICLES);
            pipeline.awaitCaughtUp();
            before = publications(pipeline.client());
        }
        Path names = folder.resolve("names.csv");
        Files.writeString(names, "name,aliases,id,type\nQuaylock,,quay-1,organisation\n");
        try (Pipeline pipeline = start(new Tagger(AliasTable.with(UserGazetteer.read(names)), List.of()))) {
            AtomicInteger looks = new AtomicInteger();
            RawRedelivery.Report stopped =
                    new RawRedelivery(pipeline.client(), 10_000).run(() -> looks.incrementAndGet() < 2);
            send(pipeline.client(), ARTICLES, ARTICLES + 50); // new ones come in meanwhile
            RawRedelivery.Report rest = new RawRedelivery(pipeline.client(), 10_000).run(() -> true);
            pipeline.awaitCaughtUp();

            assertThat(stopped.isDone()).isFalse();
            assertThat(rest)
                    .extracting(RawRedelivery.Report::isResumed, RawRedelivery.Report::isDone)
                    .containsExactly(true, true);
            assertThat(stopped.sent() + rest.sent()).isEqualTo(ARTICLES);
            Map<String, Integer> after = publications(pipeline.client());
            TreeSet<String> changed = new TreeSet<>();
            before.forEach((id, count) -> {
                if (after.getOrDefault(id, 0) > count) {
                    changed.add(id);
                }
            });
            TreeSet<String> named = new TreeSet<>();
            TopicReader.table(pipeline.client(), Topic.ENRICHED, EnrichedArticle.class)
                    .forEach((id, article) -> {
                        boolean isNamed = article.article().entities().stream()
                                .map(Entity::id)
                                .anyMatch("quay-1"::equals);
                        if (isNamed && before.containsKey(id)) {
                            named.add(id);
                        }
                    });
            assertThat(named).hasSize(ARTICLES / 3);
            assertThat(changed).isEqualTo(named);
            assertThat(OutcomeReport.read(pipeline.client()).deliveries()).hasSize(2 * ARTICLES + 50);
        }
    }

    private Pipeline start(Tagger tagger) throws Exception {
        return Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                tagger,
                TopicRules.shipped(),
                true));
    }

    /** How often each article was published. */
    private static Map<String, Integer> publications(Properties client) {
        Map<String, Integer> counts = new HashMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.ENRICHED)) {
            reader.readToEnd(entry -> counts.merge(entry.key(), 1, Integer::sum));
        }
        return counts;
    }

    /** Articles that have nothing to do with each other; every third names a firm that no table has. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void send(Properties client, int first, int end) {
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                ClientSettings.producer(client), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = first; i < end; i++) {
                String firm = i % 3 == 0 ? "Quaylock" : "nobody";
                String text = words(i, 0, 4) + "\n\nOn Monday " + firm + " decided: " + words(i, 4, 24) + ". "
                        + words(i, 24, 44) + ".";
                producer.send(
                        new ProducerRecord<>(Topic.RAW.topicName(), "https://a.example/" + i, text.getBytes(UTF_8)));
            }
        }
    }

    /** Made-up words that no other article has: one story of all would be most of the work. */
    private static String words(int article, int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(word -> word(article * 44 + word))
                .collect(Collectors.joining(" "));
    }

    private static String word(int number) {
        String digits = Integer.toString(number * 7919 + 13, 26);
        StringBuilder word = new StringBuilder();
        digits.chars().forEach(c -> word.append((char) ('a' + Character.digit(c, 36) % 26)));
        return word.toString();
    }
}
