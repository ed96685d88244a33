package io.newsfold.desk.account;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import io.newsfold.desk.broker.TopicReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Every raw record with its fate, read from the topics themselves.
 *
 * @param entries in the order of partitions and offsets
 */
public record Accounts(List<Entry> entries) {
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
            Fate fate,
            @Nullable Rejection rejection) {}

    public Accounts {
        entries = List.copyOf(entries);
    }

    public static Accounts read(Properties client) {
        Map<Coordinates, Rejection> rejections = new HashMap<>();
        Map<String, List<Receipt>> receipts = new HashMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RECEIPTS, Topic.REJECTED)) {
            reader.readToEnd(entry -> {
                if (entry.topic().equals(Topic.REJECTED.topicName())) {
                    Rejection rejection = Json.read(entry.value(), Rejection.class);
                    rejections.put(rejection.raw(), rejection);
                } else {
                    Receipt receipt = Json.read(entry.value(), Receipt.class);
                    receipts.computeIfAbsent(receipt.id(), id -> new ArrayList<>())
                            .add(receipt);
                }
            });
        }
        Map<Coordinates, Fate> fates = new HashMap<>();
        receipts.values().forEach(ofArticle -> fates.putAll(Fates.of(ofArticle)));
        List<Entry> entries = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RAW)) {
            reader.readToEnd(entry -> {
                Coordinates at = new Coordinates(entry.topic(), entry.partition(), entry.offset());
                Rejection rejection = rejections.get(at);
                Fate fate = rejection == null ? fates.getOrDefault(at, Fate.PENDING) : Fate.REJECTED;
                entries.add(new Entry(
                        at,
                        entry.key(),
                        ArticleId.of(entry.key()),
                        About.from(entry.headers(), entry.timestamp()),
                        fate,
                        rejection));
            });
        }
        entries.sort(
                java.util.Comparator.comparing((Entry e) -> e.at().partition()).thenComparing(e -> e.at().offset()));
        return new Accounts(entries);
    }

    /** How many records have each fate; fates that nothing has are left out. */
    public Map<Fate, Long> totals() {
        Map<Fate, Long> totals = new EnumMap<>(Fate.class);
        entries.forEach(e -> totals.merge(e.fate(), 1L, Long::sum));
        return totals;
    }

    /** The deliveries of one article, by its id. */
    public List<Entry> of(String id) {
        return entries.stream().filter(e -> e.id().equals(id)).toList();
    }
}
