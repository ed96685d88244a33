package io.newsfold.enrich.story;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Credit;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.EnrichedArticle.Place;
import io.newsfold.contract.Flag;
import io.newsfold.contract.Json;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Named;
import io.newsfold.contract.Story.Topical;
import io.newsfold.contract.StoryChapters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one story, one added or removed at a time, in any order. Each lies here as the JSON of its
 * {@link StoryMember}, which is read only when the {@linkplain #story public record} is made: a story of hundreds of
 * articles changes with each of them.
 */
public final class StoryAggregate {
    private static final int MAX_ENTITIES = 20;

    private final String id;
    private final SortedMap<String, byte[]> members; // by article id
    private @Nullable Story told;

    /** A story as earlier builds stored it. */
    private record Former(String id, List<StoryMember> members) {
        StoryAggregate story() {
            StoryAggregate story = empty(id);
            members.forEach(member -> story.members.put(member.id(), Json.bytes(member)));
            return story;
        }
    }

    private StoryAggregate(String id, SortedMap<String, byte[]> members) {
        this.id = id;
        this.members = members;
    }

    /** A story before its first article. */
    public static StoryAggregate empty(String id) {
        return new StoryAggregate(id, new TreeMap<>());
    }

    /** What {@link #bytes} made, or the JSON of earlier builds. */
    public static StoryAggregate read(byte[] bytes) {
        if (bytes[0] == '{') {
            return Json.read(bytes, Former.class).story();
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            StoryAggregate story = empty(in.readUTF());
            for (int left = in.readInt(); left > 0; left--) {
                story.members.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
            return story;
        } catch (IOException e) {
            throw new UncheckedIOException("not the articles of a story", e);
        }
    }

    /** The id, the number of articles, and of each the id, the length of its JSON and the JSON, by their ids. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(id);
            out.writeInt(members.size());
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.writeUTF(member.getKey());
                out.writeInt(member.getValue().length);
                out.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** An article reduced to what a story needs. */
    public static StoryMember member(EnrichedArticle enriched) {
        CleanArticle article = enriched.article();
        Place place = enriched.place();
        return new StoryMember(
                article.id(),
                article.url(),
                article.text().headline(),
                article.text().inLanguage(),
                article.source().publisher(),
                article.time(),
                article.hasDate() ? null : Boolean.TRUE,
                article.hasDayOnly() ? Boolean.TRUE : null,
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

    /**
     * This story after a change; null where nothing is left of it. An article that joins takes the place of its older
     * state, and of one that leaves a newer state stays.
     */
    public @Nullable StoryAggregate after(MemberChange change) {
        String article = change.member().id();
        byte[] member = Json.bytes(change.member());
        SortedMap<String, byte[]> changed = new TreeMap<>(members);
        if (!change.leaves()) {
            changed.put(article, member);
        } else if (Arrays.equals(changed.get(article), member)) {
            changed.remove(article);
        }
        return changed.isEmpty() ? null : new StoryAggregate(id, changed);
    }

    /** The public record; made once, for the topic and for links. */
    public Story story() {
        if (told == null) {
            told = tell();
        }
        return told;
    }

    private Story tell() {
        List<StoryMember> inOrder = members.values().stream()
                .map(member -> Json.read(member, StoryMember.class))
                .sorted(Comparator.comparing(StoryMember::position))
                .toList();
        StoryMember first = inOrder.get(0);
        StoryNovelty novelty = new StoryNovelty();
        List<Story.Member> articles = inOrder.stream().map(novelty::next).toList();
        return new Story(
                Story.SCHEMA,
                id,
                first.headline(),
                first.inLanguage(),
                first.time(),
                inOrder.get(inOrder.size() - 1).time(),
                inOrder.stream()
                        .filter(member -> !member.doubtful())
                        .flatMap(member -> SourceName.of(member.publisher(), member.url()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                articles,
                StoryChapters.of(articles),
                entities(inOrder),
                List.of());
    }

    private static List<Topical> entities(List<StoryMember> members) {
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
