package io.newsfold.desk.command;

import io.newsfold.contract.Json;
import io.newsfold.contract.Story;
import io.newsfold.contract.Topic;
import io.newsfold.desk.broker.TopicReader;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;

/** The stories as they stand on their topic. */
final class Stories {
    private Stories() {}

    static List<Story> read(Properties client) {
        TreeMap<String, Story> stories = new TreeMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.STORIES)) {
            reader.readToEnd(entry -> {
                if (entry.value() == null) {
                    stories.remove(entry.key());
                } else {
                    stories.put(entry.key(), Json.read(entry.value(), Story.class));
                }
            });
        }
        return List.copyOf(stories.values());
    }
}
