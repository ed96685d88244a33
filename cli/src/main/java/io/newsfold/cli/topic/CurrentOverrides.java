package io.newsfold.cli.topic;

import io.newsfold.contract.Json;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;

/** The overrides in force: the latest of each pair of articles, without those that were taken back. */
public final class CurrentOverrides {
    private CurrentOverrides() {}

    public static List<LineageOverride> read(Properties client) {
        TreeMap<String, LineageOverride> latest = new TreeMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.OVERRIDES)) {
            reader.readToEnd(entry -> {
                if (entry.value() != null) {
                    LineageOverride override = Json.read(entry.value(), LineageOverride.class);
                    latest.merge(override.key(), override, (one, other) -> other.isLaterThan(one) ? other : one);
                }
            });
        }
        return latest.values().stream().filter(o -> o.is() != null).toList();
    }
}
