package io.newsfold.enrich.story;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Credit;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.EnrichedArticle.Place;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Named;
import io.newsfold.contract.Story.Topical;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one story, one added or removed at a time, in any order.
 *
 * @param id of the story
 * @param members in canonical order
 */
public record StoryAggregate(String id, List<Member> members) {
    private static final int MOST_ENTITIES = 20;
    private static final Comparator<Member> CANONICAL =
            Comparator.comparing(Member::time).thenComparing(Member::seen).thenComparing(Member::id);

    public StoryAggregate {
        members = List.copyOf(members);
    }

    /** What a story keeps of an article. */
    public record Member(
            String id,
            @Nullable String url,
            String headline,
            @Nullable String publisher,
            Instant time,
            Instant seen,
            @Nullable String parent,
            Relation relation,
            double score,
            List<String> credits,
            List<Named> entities,
            TextDigest wording) {
        public Member {
            credits = List.copyOf(credits);
            entities = List.copyOf(entities);
        }
    }

    /** A story before its first article. */
    public static StoryAggregate empty(String id) {
        return new StoryAggregate(id, List.of());
    }

    /** What a story needs to know of an article. */
    public static Member member(EnrichedArticle enriched) {
        CleanArticle article = enriched.article();
        Place place = enriched.place();
        return new Member(
                article.id(),
                article.url(),
                article.text().headline(),
                article.source().publisher(),
                article.time(),
                article.seen(),
                place.lineage().parent(),
                place.lineage().relation(),
                place.lineage().score(),
                article.credits().stream().map(Credit::name).toList(),
                article.entities().stream()
                        .filter(e -> e.type().isNamed())
                        .map(e -> new Named(e.id(), e.type(), e.name()))
                        .toList(),
                TextDigest.of(article.text().articleBody()));
    }

    /** This story with {@code member}, in place of an older state of the same article. */
    public StoryAggregate with(Member member) {
        return new StoryAggregate(
                id,
                Stream.concat(others(member), Stream.of(member))
                        .sorted(CANONICAL)
                        .toList());
    }

    /** This story without {@code member}; null where nothing is left. An article that has come in anew since stays. */
    public @Nullable StoryAggregate without(Member member) {
        List<Member> left = members.stream().filter(m -> !m.equals(member)).toList();
        return left.isEmpty() ? null : new StoryAggregate(id, left);
    }

    private Stream<Member> others(Member member) {
        return members.stream().filter(m -> !m.id().equals(member.id()));
    }

    /** The public record. */
    public Story story() {
        Member first = members.get(0);
        StoryNovelty soFar = new StoryNovelty();
        return new Story(
                Story.SCHEMA,
                id,
                first.headline(),
                first.time(),
                members.get(members.size() - 1).time(),
                members.stream()
                        .map(Member::publisher)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                members.stream().map(soFar::take).toList(),
                entities());
    }

    private List<Topical> entities() {
        Map<String, Topical> counted = new HashMap<>();
        for (Member member : members) {
            for (Named named : member.entities()) {
                counted.merge(named.id(), new Topical(named.id(), named.type(), named.name(), 1), StoryAggregate::sum);
            }
        }
        return counted.values().stream()
                .sorted(Comparator.comparingInt((Topical t) -> -t.articles()).thenComparing(Topical::id))
                .limit(MOST_ENTITIES)
                .toList();
    }

    private static Topical sum(Topical one, Topical other) {
        return new Topical(one.id(), one.type(), one.name(), one.articles() + other.articles());
    }
}
