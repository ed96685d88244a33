package io.newsfold.cli.print;

import io.newsfold.contract.Json;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;

/** What people said of pairs of articles, as it holds now. */
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

    /** For people. */
    public static String sentence(LineageOverride override) {
        String what = override.about() == Matter.COPY ? "one a copy of the other" : "one story";
        String who = override.by() == null ? "somebody" : override.by();
        boolean is = Boolean.TRUE.equals(override.is());
        return who + " said on " + override.time() + ": " + override.a() + " and " + override.b() + " are "
                + (is ? "" : "not ") + what;
    }
}
