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
 * The check that everything adds up: each raw record has one outcome, each published article is in its story and in the
 * files, and nothing else is.
 *
 * @param outcomes the raw records with their outcomes
 * @param flags number of articles with each flag
 * @param articles number of published articles
 * @param undated number of those without a date
 * @param stories number of stories
 * @param faults a sentence for each fault; empty where everything adds up
 */
public record Audit(
        OutcomeReport outcomes, Map<String, Long> flags, int articles, long undated, int stories, List<String> faults) {
    public Audit {
        flags = Map.copyOf(flags);
        faults = List.copyOf(faults);
    }

    /**
     * Reads all topics and the files.
     *
     * @param out folder of the files; null to leave them out
     */
    public static Audit of(Properties client, @Nullable Path out) {
        OutcomeReport outcomes = OutcomeReport.read(client);
        Map<String, EnrichedArticle> articles = TopicReader.table(client, Topic.ENRICHED, EnrichedArticle.class);
        Map<String, Story> stories = TopicReader.table(client, Topic.STORIES, Story.class);
        List<String> faults = new ArrayList<>(outcomes.faults());
        long pending = outcomes.totals().getOrDefault(Outcome.PENDING, 0L);
        if (pending > 0) {
            faults.add(pending + " raw records have no outcome yet");
        }
        Set<String> published = outcomes.deliveries().stream()
                .filter(e -> e.outcome() == Outcome.PUBLISHED)
                .map(OutcomeReport.Delivery::id)
                .collect(Collectors.toCollection(TreeSet::new));
        compare(
                published,
                "published according to the outcomes",
                articles.keySet(),
                "on " + Topic.ENRICHED.topicName(),
                faults);
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
        long undated =
                articles.values().stream().filter(a -> !a.article().hasDate()).count();
        return new Audit(outcomes, flags, articles.size(), undated, stories.size(), faults);
    }

    Audit withFaults(List<String> others) {
        return new Audit(outcomes, flags, articles, undated, stories, others);
    }

    private static void checkFiles(Path out, Topic topic, Set<String> ids, List<String> faults) {
        Map<String, List<String>> files = LatestRows.places(out, topic);
        compare(ids, "on " + topic.topicName(), files.keySet(), "in latest", faults);
        files.forEach((id, names) -> {
            if (names.size() > 1) {
                faults.add(id + " is more than once in latest: " + String.join(", ", names));
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
