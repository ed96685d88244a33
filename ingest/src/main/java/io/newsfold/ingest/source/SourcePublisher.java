package io.newsfold.ingest.source;

import io.newsfold.contract.SourceState;
import java.util.List;

/** Publishes what a source delivered. */
public interface SourcePublisher {
    /** Publishes the deliveries and the state of the source after them: all or nothing. */
    void publish(List<Delivery> deliveries, SourceState state);
}
