package io.newsfold.cli.topic;

import io.newsfold.contract.Json;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The current stories. */
public final class CurrentStories {
    private CurrentStories() {}

    public static List<Story> read(Properties client) {
        return List.copyOf(TopicReader.table(client, Topic.STORIES, Story.class).values());
    }

    /**
     * The story with this id, with an article of this id, or with this former id. A story has the id of its first
     * article, so a former id is the id of an article and leads to that article's story. Where that article was
     * withdrawn, the story changes name the successor.
     */
    public static Optional<Story> find(String id, List<Story> stories, Properties client) {
        Map<String, Story> byArticle = new HashMap<>();
        stories.forEach(story -> story.articles().forEach(article -> byArticle.put(article.id(), story)));
        Map<String, String> successors = new HashMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.CHANGES)) {
            reader.readToEnd(entry -> {
                StoryChange change = Json.read(entry.value(), StoryChange.class);
                if (change.from() != null && change.article() == null) {
                    successors.put(change.from(), change.story());
                }
            });
        }
        Set<String> visited = new HashSet<>();
        String current = id;
        while (current != null && !byArticle.containsKey(current) && visited.add(current)) {
            current = successors.get(current);
        }
        return Optional.ofNullable(current).map(byArticle::get);
    }
}
