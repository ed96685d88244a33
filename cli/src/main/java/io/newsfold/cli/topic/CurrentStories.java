package io.newsfold.cli.topic;

import io.newsfold.contract.Json;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.StoryIds;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The current stories. */
public final class CurrentStories {
    private CurrentStories() {}

    public static List<Story> read(Properties client) {
        return List.copyOf(TopicReader.table(client, Topic.STORIES, Story.class).values());
    }

    /** The current story of an id, by {@link StoryIds#current}. */
    public static Optional<Story> find(String id, List<Story> stories, Properties client) {
        Map<String, Story> byId = new HashMap<>();
        Map<String, String> storyOfArticle = new HashMap<>();
        for (Story story : stories) {
            byId.put(story.id(), story);
            story.articles().forEach(article -> storyOfArticle.put(article.id(), story.id()));
        }
        Map<String, String> successors = new HashMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.CHANGES)) {
            reader.readToEnd(entry -> {
                StoryChange change = Json.read(entry.value(), StoryChange.class);
                if (change.from() != null && change.article() == null) {
                    successors.put(change.from(), change.story());
                }
            });
        }
        return StoryIds.current(
                id,
                at -> Optional.ofNullable(byId.get(at)),
                at -> Optional.ofNullable(storyOfArticle.get(at)),
                at -> Optional.ofNullable(successors.get(at)));
    }
}
