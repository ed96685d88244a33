package io.newsfold.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.print.TerminalText;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.TopicReader;
import io.newsfold.kafka.TopicSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold topics}: a look into the topics, without an installation of Kafka. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Lists the topics (list), shows the partitions of one (show), or prints its last records (peek).")
public final class TopicsCommand implements Callable<Integer> {
    private static final int VALUE_CHARS = 400;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @SuppressWarnings("NullAway.Init")
    public TopicsCommand() {}

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the topics of the pipeline.")
    int list(@Mixin ClusterOptions options) {
        cluster = options;
        return list();
    }

    private int list() {
        List<String> names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        try (Cluster kafka = new Cluster(cluster.client())) {
            kafka.require(Topic.RAW);
            List<String> existing = kafka.existing(names);
            System.out.printf("%-20s %10s %10s%n", "topic", "partitions", "offsets");
            TopicSummary.of(kafka, existing)
                    .forEach(topic ->
                            System.out.printf("%-20s %10d %10d%n", topic.name(), topic.partitions(), topic.offsets()));
        }
        return ExitCodes.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows the partitions of a topic.")
    int show(@Mixin ClusterOptions options, @Parameters(paramLabel = "TOPIC") String name) {
        Topic topic = topic(name);
        try (Cluster kafka = new Cluster(options.client())) {
            kafka.require(topic);
            TopicSummary summary = TopicSummary.of(kafka, List.of(name)).get(0);
            System.out.printf("%9s %10s %10s%n", "partition", "first", "end");
            new TreeMap<>(summary.end())
                    .forEach((partition, end) -> System.out.printf(
                            "%9d %10d %10d%n", partition, summary.first().getOrDefault(partition, 0L), end));
        }
        topic.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> System.out.println(setting.getKey() + " = " + setting.getValue()));
        return ExitCodes.OK;
    }

    @Command(
            name = "peek",
            mixinStandardHelpOptions = true,
            description = "Prints the last records of a topic with key, headers and the beginning of the value.")
    int peek(
            @Mixin ClusterOptions options,
            @Parameters(paramLabel = "TOPIC") String name,
            @Option(
                            names = "-n",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "number of records (default: ${DEFAULT-VALUE})")
                    int most,
            @Option(names = "--key", paramLabel = "KEY", description = "only records with this key") @Nullable
                    String key,
            @Option(names = "--full", description = "print whole values") boolean full) {
        Topic topic = topic(name);
        if (most < 1) {
            throw new IllegalArgumentException("-n takes a number from 1 on, not " + most);
        }
        Properties client = options.client();
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (TopicReader reader =
                TopicReader.from(client, key == null ? nearEnd(client, topic, most) : Map.of(), topic)) {
            reader.readToEnd(entry -> {
                if (key == null || key.equals(entry.key())) {
                    found.add(entry);
                }
            });
        }
        if (found.isEmpty()) {
            System.err.println("newsfold: there is no record on " + name + (key == null ? "" : " with the key " + key));
        }
        found.sort(Comparator.comparingLong(ConsumerRecord<String, byte[]>::timestamp)
                .thenComparing(ConsumerRecord::partition)
                .thenComparing(ConsumerRecord::offset));
        found.subList(Math.max(0, found.size() - most), found.size()).forEach(entry -> print(entry, full));
        return ExitCodes.OK;
    }

    /** So many offsets before the end of each partition; markers of transactions take some of them. */
    private static Map<Integer, Long> nearEnd(Properties client, Topic topic, int most) {
        try (Cluster kafka = new Cluster(client)) {
            kafka.require(topic);
            TopicSummary summary =
                    TopicSummary.of(kafka, List.of(topic.topicName())).get(0);
            Map<Integer, Long> from = new HashMap<>();
            summary.end()
                    .forEach((partition, end) -> from.put(
                            partition, Math.max(summary.first().getOrDefault(partition, 0L), end - 3L * most)));
            return from;
        }
    }

    private static void print(ConsumerRecord<String, byte[]> entry, boolean full) {
        System.out.println(entry.topic() + "-" + entry.partition() + "@" + entry.offset() + "  "
                + Instant.ofEpochMilli(entry.timestamp()) + "  key "
                + TerminalText.line(String.valueOf(entry.key())));
        String headers = StreamSupport.stream(entry.headers().spliterator(), false)
                .map(header -> header.key() + "=" + (header.value() == null ? "" : new String(header.value(), UTF_8)))
                .collect(Collectors.joining("  "));
        if (!headers.isEmpty()) {
            System.out.println("  " + TerminalText.line(headers));
        }
        String value = entry.value() == null ? "(no value)" : new String(entry.value(), UTF_8);
        boolean cut = !full && value.length() > VALUE_CHARS;
        System.out.println("  " + TerminalText.line(cut ? value.substring(0, VALUE_CHARS) + "…" : value));
    }

    private static Topic topic(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("there is no topic " + name + "; there are "
                        + Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.joining(", "))));
    }
}
