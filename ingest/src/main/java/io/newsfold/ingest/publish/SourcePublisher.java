package io.newsfold.ingest.publish;

import io.newsfold.contract.SourceState;
import io.newsfold.ingest.source.Delivery;
import java.util.List;

/** Takes what a source delivers together with how it then stands: all of it or nothing. */
public interface SourcePublisher {
    void publish(List<Delivery> deliveries, SourceState state);
}
