package io.newsfold.enrich.link;

import io.newsfold.contract.Story.SameEvent;
import java.util.List;

/** All links of one story, the best first. */
public record StoryLinks(List<SameEvent> links) {
    public static final StoryLinks NONE = new StoryLinks(List.of());

    public StoryLinks {
        links = List.copyOf(links);
    }
}
