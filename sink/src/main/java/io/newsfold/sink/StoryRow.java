package io.newsfold.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a row of the history of stories has of articles. */
final class StoryRow {
    private StoryRow() {}

    /** Ids of the articles whose words are in it: its own, and those that head linked stories, whose ids they have. */
    static List<String> articles(JsonNode story) {
        List<String> ids = new ArrayList<>();
        story.path("articles").forEach(member -> ids.add(member.path("id").asText()));
        story.path("sameEvent").forEach(link -> ids.add(link.path("story").asText()));
        return ids;
    }
}
