package io.newsfold.ingest.source;

import io.newsfold.contract.SourceState;
import io.newsfold.ingest.source.Delivery.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts of some deliveries of a source.
 *
 * @param sent deliveries that go to the raw topic
 * @param refused deliveries that are rejected at ingestion, by reason code
 */
public record DeliveryCounts(long sent, Map<String, Long> refused) {
    public DeliveryCounts {
        refused = Map.copyOf(refused);
    }

    public static DeliveryCounts of(Collection<Delivery> deliveries) {
        Map<String, Long> refused = deliveries.stream()
                .map(Delivery::refusal)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.groupingBy(DeliveryCounts::code, Collectors.counting()));
        long sent = deliveries.stream().filter(d -> d.refusal() == null).count();
        return new DeliveryCounts(sent, refused);
    }

    private static String code(Refusal refusal) {
        return refusal.reason().name().toLowerCase(Locale.ROOT);
    }

    /** The state after these deliveries, at {@code position}. */
    public SourceState addTo(SourceState state, String position, Instant now) {
        return state.read(position, now, sent, refused);
    }
}
