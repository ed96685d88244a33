package io.newsfold.kafka.outcome;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every raw record with its fate, read from the topics themselves.
 *
 * @param entries in the order of partitions and offsets
 * @param others rejections of what stood on other topics
 * @param faults sentences on receipts and rejections that do not fit the raw records, as there should be none
 */
public record OutcomeReport(List<Entry> entries, List<Rejection> others, List<String> faults) {
    /**
     * A raw record and what became of it.
     *
     * @param id article id
     * @param rejection why it could not be used; null where it could
     */
    public record Entry(
            Coordinates at,
            String key,
            String id,
            About about,
            Outcome fate,
            @Nullable Rejection rejection) {}

    public OutcomeReport {
        entries = List.copyOf(entries);
        others = List.copyOf(others);
        faults = List.copyOf(faults);
    }

    public static OutcomeReport read(Properties client) {
        Map<Coordinates, Rejection> rejections = new HashMap<>();
        Map<String, List<Receipt>> receipts = new HashMap<>();
        List<Rejection> others = new ArrayList<>();
        Set<Coordinates> answered = new HashSet<>();
        List<String> faults = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RECEIPTS, Topic.REJECTED)) {
            reader.readToEnd(entry -> {
                Coordinates raw;
                if (entry.topic().equals(Topic.REJECTED.topicName())) {
                    Rejection rejection = Json.read(entry.value(), Rejection.class);
                    raw = rejection.raw();
                    if (!raw.topic().equals(Topic.RAW.topicName())) {
                        others.add(rejection);
                        return;
                    }
                    rejections.put(raw, rejection);
                } else {
                    Receipt receipt = Json.read(entry.value(), Receipt.class);
                    raw = receipt.raw();
                    receipts.computeIfAbsent(receipt.id(), id -> new ArrayList<>())
                            .add(receipt);
                }
                if (!answered.add(raw)) {
                    faults.add(raw + " has more than one receipt or rejection");
                }
            });
        }
        Map<Coordinates, Outcome> fates = new HashMap<>();
        receipts.values().forEach(ofArticle -> fates.putAll(Outcomes.of(ofArticle)));
        List<Entry> entries = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RAW)) {
            reader.readToEnd(entry -> {
                Coordinates at = new Coordinates(entry.topic(), entry.partition(), entry.offset());
                String key = Objects.requireNonNullElse(entry.key(), "");
                Rejection rejection = rejections.get(at);
                answered.remove(at);
                entries.add(new Entry(
                        at,
                        key,
                        ArticleId.of(key),
                        About.from(entry.headers(), entry.timestamp()),
                        rejection == null ? fates.getOrDefault(at, Outcome.PENDING) : Outcome.REJECTED,
                        rejection));
            });
        }
        answered.forEach(raw -> faults.add("there is a receipt or rejection of " + raw + ", which is not there"));
        entries.sort(Comparator.comparing((Entry e) -> e.at().partition()).thenComparing(e -> e.at().offset()));
        return new OutcomeReport(entries, others, faults);
    }

    /** How many records have each fate; fates that nothing has are left out. */
    public Map<Outcome, Long> totals() {
        Map<Outcome, Long> totals = new EnumMap<>(Outcome.class);
        entries.forEach(e -> totals.merge(e.fate(), 1L, Long::sum));
        return totals;
    }

    /** The deliveries of one article, by its id. */
    public List<Entry> of(String id) {
        return entries.stream().filter(e -> e.id().equals(id)).toList();
    }
}
