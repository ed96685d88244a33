package io.newsfold.cli.audit;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Story;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import io.newsfold.kafka.outcome.OutcomeReport;
import io.newsfold.sink.LatestRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything adds up: each raw record has one fate, each article that is published is in its story and in the files, and nothing else is there.
 *
 * @param accounts the raw records and their fates
 * @param flags how many articles have each flag
 * @param articles how many are published
 * @param stories how many there are
 * @param faults a sentence each; empty where all adds up
 */
public record Audit(OutcomeReport accounts, Map<String, Long> flags, int articles, int stories, List<String> faults) {
    public Audit {
        flags = Map.copyOf(flags);
        faults = List.copyOf(faults);
    }

    /**
     * Reads all topics, and the files.
     *
     * @param out folder of the files; null to leave them out
     */
    public static Audit of(Properties client, @Nullable Path out) {
        OutcomeReport accounts = OutcomeReport.read(client);
        Map<String, EnrichedArticle> articles = TopicReader.table(client, Topic.ENRICHED, EnrichedArticle.class);
        Map<String, Story> stories = TopicReader.table(client, Topic.STORIES, Story.class);
        List<String> faults = new ArrayList<>(accounts.faults());
        long pending = accounts.totals().getOrDefault(Outcome.PENDING, 0L);
        if (pending > 0) {
            faults.add(pending + " raw records have no fate yet");
        }
        Set<String> published = accounts.deliveries().stream()
                .filter(e -> e.outcome() == Outcome.PUBLISHED)
                .map(OutcomeReport.Delivery::id)
                .collect(Collectors.toCollection(TreeSet::new));
        compare(published, "published by the accounts", articles.keySet(), "on " + Topic.ENRICHED.topicName(), faults);
        Map<String, String> storyOf = new TreeMap<>();
        stories.values()
                .forEach(story -> story.articles().forEach(member -> {
                    if (storyOf.put(member.id(), story.id()) != null) {
                        faults.add("article " + member.id() + " is in two stories");
                    }
                }));
        compare(articles.keySet(), "on " + Topic.ENRICHED.topicName(), storyOf.keySet(), "in a story", faults);
        articles.values().stream()
                .filter(a ->
                        !a.place().story().id().equals(storyOf.get(a.article().id())))
                .forEach(a -> faults.add("article " + a.article().id() + " is not in the story that it names"));
        if (out != null) {
            checkFiles(out, Topic.ENRICHED, articles.keySet(), faults);
            checkFiles(out, Topic.STORIES, stories.keySet(), faults);
        }
        Map<String, Long> flags = articles.values().stream()
                .flatMap(a -> a.article().flags().stream())
                .collect(Collectors.groupingBy(f -> f, Collectors.counting()));
        return new Audit(accounts, flags, articles.size(), stories.size(), faults);
    }

    private static void checkFiles(Path out, Topic topic, Set<String> there, List<String> faults) {
        Map<String, List<String>> places = LatestRows.places(out, topic);
        compare(there, "on " + topic.topicName(), places.keySet(), "in latest", faults);
        places.forEach((id, files) -> {
            if (files.size() > 1) {
                faults.add(id + " stands more than once in latest: " + String.join(", ", files));
            }
        });
    }

    private static void compare(
            Collection<String> one, String whereOne, Collection<String> other, String whereOther, List<String> faults) {
        one.stream()
                .filter(id -> !other.contains(id))
                .forEach(id -> faults.add(id + " is " + whereOne + ", but not " + whereOther));
        other.stream()
                .filter(id -> !one.contains(id))
                .forEach(id -> faults.add(id + " is " + whereOther + ", but not " + whereOne));
    }
}
