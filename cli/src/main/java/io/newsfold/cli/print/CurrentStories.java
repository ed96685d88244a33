package io.newsfold.cli.print;

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

/** The stories as they stand on their topic. */
public final class CurrentStories {
    private CurrentStories() {}

    public static List<Story> read(Properties client) {
        return List.copyOf(TopicReader.table(client, Topic.STORIES, Story.class).values());
    }

    /**
     * The story of an id: its own, or any article's that it holds. A story's id is that of its first article, so a former id is that of an article, whose story is
     * where it leads; where that article was withdrawn, the changes tell what became of its story.
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
        Set<String> seen = new HashSet<>();
        String at = id;
        while (at != null && !byArticle.containsKey(at) && seen.add(at)) {
            at = successors.get(at);
        }
        return Optional.ofNullable(at).map(byArticle::get);
    }
}
