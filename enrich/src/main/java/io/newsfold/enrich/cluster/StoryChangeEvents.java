package io.newsfold.enrich.cluster;

import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.StoryChange.Kind;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
import io.newsfold.enrich.cluster.Reclustering.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives the events of stories from a reclustering. */
public final class StoryChangeEvents {
    private final Reclustering reclustering;
    private final ClusterStore store;
    private final Instant time;
    /** Where the articles of each story that lost some went, by its id. */
    private final Map<String, Set<String>> destinations = new HashMap<>();
    /** Moves between stories that have their event already. */
    private final Set<Move> reported = new HashSet<>();

    private final List<StoryChange> events = new ArrayList<>();

    private StoryChangeEvents(Reclustering reclustering, ClusterStore store, Instant time) {
        this.reclustering = reclustering;
        this.store = store;
        this.time = time;
    }

    /**
     * The events of a reclustering.
     *
     * @param store as the reclustering left it
     * @param time of what caused it
     */
    public static List<StoryChange> of(Reclustering reclustering, ClusterStore store, Instant time) {
        StoryChangeEvents events = new StoryChangeEvents(reclustering, store, time);
        events.collectDestinations();
        reclustering.changes().values().forEach(events::add);
        events.addRevision();
        return events.events;
    }

    /** A move of articles from one story to another. */
    private record Move(String from, String to) {}

    private void collectDestinations() {
        for (Change change : reclustering.changes().values()) {
            Optional<String> from = story(change.before());
            Optional<String> to = story(change.after());
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                destinations.computeIfAbsent(from.get(), s -> new HashSet<>()).add(to.get());
            }
        }
    }

    private void add(Change change) {
        String article = change.after().id();
        Optional<String> from = story(change.before());
        Optional<String> to = story(change.after());
        if (to.isEmpty()) {
            from.ifPresent(story -> add(isEmpty(story) ? Kind.WITHDRAWN : Kind.LEFT, story, article, null, null));
        } else if (from.isEmpty()) {
            Kind kind = to.get().equals(article) ? Kind.BEGAN : Kind.JOINED;
            add(kind, to.get(), article, null, evidence(change.after()));
        } else if (!from.equals(to)) {
            addMove(new Move(from.get(), to.get()), change.after());
        }
    }

    private void addMove(Move move, ClusteredArticle article) {
        boolean isNewStory = store.members(move.to()).stream()
                .noneMatch(member -> wasIn(move.to(), member.position().id()));
        boolean isWhole = isEmpty(move.from())
                && destinations.getOrDefault(move.from(), Set.of()).size() == 1;
        if (isWhole) {
            addOnce(isNewStory ? Kind.REHEADED : Kind.MERGED, move);
        } else if (isNewStory) {
            addOnce(Kind.SPLIT, move);
        } else {
            add(Kind.LEFT, move.from(), article.id(), null, null);
            add(Kind.JOINED, move.to(), article.id(), move.from(), evidence(article));
        }
    }

    private void addOnce(Kind kind, Move move) {
        if (reported.add(move)) {
            add(kind, move.to(), null, move.from(), null);
        }
    }

    private void addRevision() {
        String revised = reclustering.revised();
        if (revised != null) {
            store.article(revised)
                    .flatMap(StoryChangeEvents::story)
                    .ifPresent(story -> add(Kind.REVISED, story, revised, null, null));
        }
    }

    private boolean isEmpty(String story) {
        return store.members(story).isEmpty();
    }

    private boolean wasIn(String story, String article) {
        Change change = reclustering.changes().get(article);
        return change == null || story(change.before()).filter(story::equals).isPresent();
    }

    private void add(
            Kind kind, String story, @Nullable String article, @Nullable String from, @Nullable Evidence evidence) {
        events.add(new StoryChange(
                StoryChange.SCHEMA,
                kind,
                time,
                story,
                headline(story),
                article,
                article == null ? null : headline(article),
                from,
                from == null ? null : headline(from),
                evidence));
    }

    /** The headline of an article, or of the story that it is the first of; the last one of a withdrawn article. */
    private String headline(String id) {
        Change change = reclustering.changes().get(id);
        if (change != null && change.after().withdrawn()) {
            return change.before().headline();
        }
        return store.article(id).map(ClusteredArticle::headline).orElse("");
    }

    private static Optional<String> story(ClusteredArticle article) {
        return Optional.ofNullable(article.decision()).map(Decision::story);
    }

    private static @Nullable Evidence evidence(ClusteredArticle article) {
        return article.decision() == null ? null : article.decision().evidence();
    }
}
