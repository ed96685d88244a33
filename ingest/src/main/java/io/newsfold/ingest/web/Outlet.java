package io.newsfold.ingest.web;

import io.newsfold.contract.SourceState;
import io.newsfold.ingest.Delivery;
import java.util.List;

/** Takes what a source delivers together with how it then stands: all of it or nothing. */
public interface Outlet {
    void publish(List<Delivery> deliveries, SourceState state);
}
