package io.newsfold.ingest.web;

import io.newsfold.contract.SourceState;
import java.time.Instant;
import java.util.Optional;

/**
 * A source between two polls.
 *
 * @param state as it was published last
 * @param position the position that {@code state} holds as text
 */
record PolledSource(SourceState state, FeedPosition position) {
    /** When the source is to be polled next; empty where the feed has ended. */
    Optional<Instant> next() {
        return position.gone() ? Optional.empty() : Optional.of(position.next());
    }
}
