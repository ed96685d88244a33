package io.newsfold.contract;

import java.util.List;

/**
 * A topic of an article, of IPTC's Media Topics.
 *
 * @param id {@code medtop:} and the code of eight digits
 * @param name in English
 * @param confidence 0.0 to 1.0
 * @param evidence phrases of the article that speak for it, at most five; empty for a topic that stands above others
 */
public record MediaTopic(String id, String name, double confidence, List<String> evidence) {
    public MediaTopic {
        evidence = List.copyOf(evidence);
    }
}
