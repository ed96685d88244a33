package io.newsfold.desk.web;

import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one wants to know of a story first.
 *
 * @param first the earliest report that we have; null where none has a date
 * @param ties number of reports of other sources that may be as early, because only their days are known
 * @param newest the newest report with a date that is no copy, if it is not the first
 * @param copies number of copies
 * @param independent number of sources that have more than copies
 * @param sources all sources, those of most articles first
 */
public record StoryFacts(
        Story.@Nullable Member first,
        int ties,
        Story.@Nullable Member newest,
        long copies,
        int independent,
        List<Source> sources) {
    /**
     * What a source has in a story.
     *
     * @param first its first article
     * @param last its last article
     * @param articles number of its articles
     * @param copies number of those that are copies
     * @param own share of their sentences that no earlier article of the story has, on average, 0.0 to 1.0
     */
    public record Source(String name, Story.Member first, Story.Member last, int articles, int copies, double own) {}

    public StoryFacts {
        sources = List.copyOf(sources);
    }

    static StoryFacts of(Story story) {
        List<Story.Member> dated =
                story.articles().stream().filter(Story.Member::hasDate).toList();
        Story.Member first = dated.isEmpty() ? null : dated.get(0);
        StoryCard card = new StoryCard(story);
        return new StoryFacts(
                first,
                first == null ? 0 : ties(first, dated),
                card.newest().orElse(null),
                card.copies(),
                card.weight(),
                sources(story));
    }

    private static int ties(Story.Member first, List<Story.Member> dated) {
        LocalDate day = LocalDate.ofInstant(first.time(), ZoneOffset.UTC);
        return (int) dated.stream()
                .filter(other -> !other.equals(first) && other.relation() != Relation.COPY)
                .filter(other -> other.time().equals(first.time())
                        || (first.hasDayOnly() || other.hasDayOnly())
                                && LocalDate.ofInstant(other.time(), ZoneOffset.UTC)
                                        .equals(day))
                .map(DisplayText::source)
                .filter(source -> !source.equals(DisplayText.source(first)))
                .distinct()
                .count();
    }

    private static List<Source> sources(Story story) {
        Map<String, List<Story.Member>> bySource = new LinkedHashMap<>();
        story.articles()
                .forEach(member -> bySource.computeIfAbsent(DisplayText.source(member), name -> new ArrayList<>())
                        .add(member));
        return bySource.entrySet().stream()
                .map(source -> source(source.getKey(), source.getValue()))
                .sorted(Comparator.comparingInt(Source::articles).reversed().thenComparing(Source::name))
                .toList();
    }

    private static Source source(String name, List<Story.Member> articles) {
        return new Source(
                name,
                articles.get(0),
                articles.get(articles.size() - 1),
                articles.size(),
                (int) articles.stream()
                        .filter(member -> member.relation() == Relation.COPY)
                        .count(),
                articles.stream()
                        .mapToDouble(member -> member.adds().share())
                        .average()
                        .orElse(0));
    }
}
