package io.newsfold.kafka.outcome;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SetAside;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of all raw records, derived from the topics.
 *
 * @param deliveries one per raw record, in the order of partitions and offsets
 * @param otherRejections rejections of records of other topics
 * @param faults one sentence for each receipt or rejection that fits no raw record, or is not the only one of its
 *     record; normally there are none
 */
public record OutcomeReport(List<Delivery> deliveries, List<Rejection> otherRejections, List<String> faults) {
    /**
     * A raw record and its outcome.
     *
     * @param key key of the record; empty where it has none
     * @param id article id
     * @param hasText whether it has a body; a withdrawal has none
     * @param rejection the reason of {@link Outcome#REJECTED}; null with any other outcome
     * @param setAside why its version does not count; null where it counts, or was replaced by a later one
     */
    public record Delivery(
            Coordinates at,
            String key,
            String id,
            boolean hasText,
            About about,
            Outcome outcome,
            @Nullable Rejection rejection,
            @Nullable SetAside setAside) {}

    public OutcomeReport {
        deliveries = List.copyOf(deliveries);
        otherRejections = List.copyOf(otherRejections);
        faults = List.copyOf(faults);
    }

    /** Reads the raw records, the receipts and the rejections from their beginnings. */
    public static OutcomeReport read(Properties client) {
        Reconciliation reconciliation = new Reconciliation();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RECEIPTS, Topic.REJECTED)) {
            reader.readToEnd(reconciliation::addResult);
        }
        reconciliation.deriveOutcomes();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RAW)) {
            reader.readToEnd(reconciliation::addRaw);
        }
        return reconciliation.report();
    }

    /** The number of records with each outcome; an outcome without records is left out. */
    public Map<Outcome, Long> totals() {
        Map<Outcome, Long> totals = new EnumMap<>(Outcome.class);
        deliveries.forEach(delivery -> totals.merge(delivery.outcome(), 1L, Long::sum));
        return totals;
    }

    /** Whether a text of an article was ever delivered, and not withdrawals alone. */
    public boolean hasText(String id) {
        return of(id).stream().anyMatch(Delivery::hasText);
    }

    /** The deliveries of one article, by its id. */
    public List<Delivery> of(String id) {
        return deliveries.stream().filter(delivery -> delivery.id().equals(id)).toList();
    }

    /** Matches raw records with their receipts and rejections. */
    private static final class Reconciliation {
        private final Map<Coordinates, Rejection> rejections = new HashMap<>();
        private final Map<String, List<Receipt>> receipts = new HashMap<>();
        private final Map<Coordinates, Outcome> outcomes = new HashMap<>();
        private final Map<Coordinates, SetAside> setAside = new HashMap<>();
        /** Raw records with a receipt or a rejection; those still in here at the end do not exist. */
        private final Set<Coordinates> processed = new HashSet<>();

        private final List<Delivery> deliveries = new ArrayList<>();
        private final List<Rejection> otherRejections = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();

        void addResult(ConsumerRecord<String, byte[]> entry) {
            if (entry.topic().equals(Topic.RECEIPTS.topicName())) {
                Receipt receipt = Json.read(entry.value(), Receipt.class);
                receipts.computeIfAbsent(receipt.id(), id -> new ArrayList<>()).add(receipt);
                markProcessed(receipt.raw());
                return;
            }
            Rejection rejection = Json.read(entry.value(), Rejection.class);
            if (rejection.raw().topic().equals(Topic.RAW.topicName())) {
                rejections.put(rejection.raw(), rejection);
                markProcessed(rejection.raw());
            } else {
                otherRejections.add(rejection);
            }
        }

        private void markProcessed(Coordinates raw) {
            if (!processed.add(raw)) {
                faults.add(raw + " has more than one receipt or rejection");
            }
        }

        void deriveOutcomes() {
            receipts.values().forEach(ofArticle -> outcomes.putAll(Outcomes.of(ofArticle)));
            receipts.values().forEach(ofArticle -> setAside.putAll(Outcomes.setAside(ofArticle)));
        }

        void addRaw(ConsumerRecord<String, byte[]> entry) {
            Coordinates at = new Coordinates(entry.topic(), entry.partition(), entry.offset());
            String key = Objects.requireNonNullElse(entry.key(), "");
            Rejection rejection = rejections.get(at);
            processed.remove(at);
            deliveries.add(new Delivery(
                    at,
                    key,
                    ArticleId.of(key),
                    entry.value() != null,
                    About.from(entry.headers(), entry.timestamp()),
                    rejection == null ? outcomes.getOrDefault(at, Outcome.PENDING) : Outcome.REJECTED,
                    rejection,
                    setAside.get(at)));
        }

        OutcomeReport report() {
            processed.forEach(raw -> faults.add("a receipt or rejection names " + raw + ", which does not exist"));
            deliveries.sort(
                    Comparator.comparing((Delivery delivery) -> delivery.at().partition())
                            .thenComparing(delivery -> delivery.at().offset()));
            return new OutcomeReport(deliveries, otherRejections, faults);
        }
    }
}
