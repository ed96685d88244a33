package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.SourceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A publisher for tests, which keeps all deliveries and the last state of each source. */
public final class RecordingPublisher implements SourcePublisher {
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, SourceState> states = new LinkedHashMap<>();

    public RecordingPublisher() {}

    @Override
    public synchronized void publish(List<Delivery> more, SourceState state) {
        deliveries.addAll(more);
        states.put(state.id(), state);
    }

    /** All deliveries so far, in their order. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** The body of each delivery as text; of one without a body, its key. */
    public List<String> bodies() {
        return deliveries().stream().map(RecordingPublisher::text).toList();
    }

    /** The last state of each source, by its id. */
    public synchronized Map<String, SourceState> states() {
        return new LinkedHashMap<>(states);
    }

    /** The body of a delivery as text, else its key. */
    public static String text(Delivery delivery) {
        byte[] body = delivery.body();
        return body == null ? delivery.key() : new String(body, UTF_8);
    }
}
