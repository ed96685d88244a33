package io.newsfold.enrich.classify;

import io.newsfold.contract.MediaTopic;
import io.newsfold.enrich.tag.Tagged;
import java.util.List;

/**
 * A tagged text with its topics.
 *
 * @param about the surest first, each followed by those above it
 */
public record Classified(Tagged tagged, List<MediaTopic> about) {
    public Classified {
        about = List.copyOf(about);
    }
}
