package io.newsfold.enrich.story;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Credit;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.EnrichedArticle.Place;
import io.newsfold.contract.Flag;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Named;
import io.newsfold.contract.Story.Topical;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one story, one added or removed at a time, in any order.
 *
 * @param id of the story
 * @param members in canonical order
 */
public record StoryAggregate(String id, List<StoryMember> members) {
    private static final int MAX_ENTITIES = 20;

    public StoryAggregate {
        members = List.copyOf(members);
    }

    /** A story before its first article. */
    public static StoryAggregate empty(String id) {
        return new StoryAggregate(id, List.of());
    }

    /** An article reduced to what a story needs. */
    public static StoryMember member(EnrichedArticle enriched) {
        CleanArticle article = enriched.article();
        Place place = enriched.place();
        return new StoryMember(
                article.id(),
                article.url(),
                article.text().headline(),
                article.source().publisher(),
                article.time(),
                article.hasDate() ? null : Boolean.TRUE,
                article.seen(),
                place.lineage().parent(),
                place.lineage().relation(),
                place.lineage().score(),
                article.credits().stream().map(Credit::name).toList(),
                article.entities().stream()
                        .filter(e -> e.type().isNamed())
                        .map(e -> new Named(e.id(), e.type(), e.name()))
                        .toList(),
                TextDigest.of(article.text().articleBody(), article.text().inLanguage()),
                article.flags().contains(Flag.DOUBTFUL_PAGE.code()));
    }

    /** This story after a change; null where nothing is left of it. */
    public @Nullable StoryAggregate after(MemberChange change) {
        return change.leaves() ? without(change.member()) : with(change.member());
    }

    /** This story with {@code member}, in place of an older state of the same article. */
    private StoryAggregate with(StoryMember member) {
        return new StoryAggregate(
                id,
                Stream.concat(others(member), Stream.of(member))
                        .sorted(Comparator.comparing(StoryMember::position))
                        .toList());
    }

    /** This story without {@code member}; null where nothing is left. A newer state of the same article stays. */
    private @Nullable StoryAggregate without(StoryMember member) {
        List<StoryMember> left = members.stream().filter(m -> !m.equals(member)).toList();
        return left.isEmpty() ? null : new StoryAggregate(id, left);
    }

    private Stream<StoryMember> others(StoryMember member) {
        return members.stream().filter(m -> !m.id().equals(member.id()));
    }

    /** The public record. */
    public Story story() {
        StoryMember first = members.get(0);
        StoryNovelty novelty = new StoryNovelty();
        return new Story(
                Story.SCHEMA,
                id,
                first.headline(),
                first.time(),
                members.get(members.size() - 1).time(),
                members.stream()
                        .filter(member -> !member.doubtful())
                        .flatMap(member -> SourceName.of(member.publisher(), member.url()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                members.stream().map(novelty::next).toList(),
                entities());
    }

    private List<Topical> entities() {
        Map<String, Topical> counted = new HashMap<>();
        for (StoryMember member : members) {
            for (Named named : member.entities()) {
                counted.merge(named.id(), new Topical(named.id(), named.type(), named.name(), 1), StoryAggregate::sum);
            }
        }
        return counted.values().stream()
                .sorted(Comparator.comparingInt((Topical t) -> -t.articles()).thenComparing(Topical::id))
                .limit(MAX_ENTITIES)
                .toList();
    }

    private static Topical sum(Topical one, Topical other) {
        return new Topical(one.id(), one.type(), one.name(), one.articles() + other.articles());
    }
}
