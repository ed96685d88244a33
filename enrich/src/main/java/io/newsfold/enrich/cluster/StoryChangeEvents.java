package io.newsfold.enrich.cluster;

import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.StoryChange.Kind;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells what a wave did to stories, as events that people understand. */
public final class StoryChangeEvents {
    private final ClusterStore ledger;
    private final List<StoryChange> events = new ArrayList<>();

    private StoryChangeEvents(ClusterStore ledger) {
        this.ledger = ledger;
    }

    /** The events of a wave, after which {@code ledger} stands as it stands. */
    public static List<StoryChange> of(Reclustering wave, ClusterStore ledger) {
        StoryChangeEvents changes = new StoryChangeEvents(ledger);
        changes.tell(wave);
        return changes.events;
    }

    private void tell(Reclustering wave) {
        Map<String, Set<String>> movedFrom = new HashMap<>();
        for (Reclustering.Change change : wave.changes().values()) {
            Optional<String> from = story(change.before());
            Optional<String> to = story(change.after());
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                movedFrom.computeIfAbsent(from.get(), s -> new TreeSet<>()).add(to.get());
            }
        }
        Set<String> told = new LinkedHashSet<>();
        for (Reclustering.Change change : wave.changes().values()) {
            String article = change.after().id();
            Optional<String> from = story(change.before());
            Optional<String> to = story(change.after());
            if (to.isEmpty()) {
                from.ifPresent(story ->
                        add(ledger.members(story).isEmpty() ? Kind.WITHDRAWN : Kind.LEFT, story, article, null, null));
            } else if (from.isEmpty()) {
                add(
                        to.get().equals(article) ? Kind.BEGAN : Kind.JOINED,
                        to.get(),
                        article,
                        null,
                        evidence(change.after()));
            } else if (!from.equals(to)) {
                move(article, from.get(), to.get(), movedFrom.getOrDefault(from.get(), Set.of()), change, wave, told);
            }
        }
        if (wave.revised() != null) {
            ledger.node(wave.revised())
                    .flatMap(StoryChangeEvents::story)
                    .ifPresent(story -> add(Kind.REVISED, story, wave.revised(), null, null));
        }
    }

    private void move(
            String article,
            String from,
            String to,
            Set<String> targets,
            Reclustering.Change change,
            Reclustering wave,
            Set<String> told) {
        boolean emptied = ledger.members(from).isEmpty();
        boolean stoodBefore =
                ledger.members(to).stream().anyMatch(m -> wasIn(to, m.place().id(), wave));
        if (emptied && targets.size() == 1) {
            if (told.add(from + to)) {
                add(stoodBefore ? Kind.MERGED : Kind.REHEADED, to, null, from, null);
            }
        } else if (!stoodBefore) {
            if (told.add(from + to)) {
                add(Kind.SPLIT, to, null, from, null);
            }
        } else {
            add(Kind.LEFT, from, article, null, null);
            add(Kind.JOINED, to, article, from, evidence(change.after()));
        }
    }

    private static boolean wasIn(String story, String article, Reclustering wave) {
        Reclustering.Change change = wave.changes().get(article);
        return change == null || story(change.before()).filter(story::equals).isPresent();
    }

    private void add(
            Kind kind, String story, @Nullable String article, @Nullable String from, @Nullable Evidence evidence) {
        events.add(new StoryChange(StoryChange.SCHEMA, kind, story, article, from, evidence));
    }

    private static Optional<String> story(ClusteredArticle node) {
        return Optional.ofNullable(node.decision()).map(Decision::story);
    }

    private static @Nullable Evidence evidence(ClusteredArticle node) {
        return node.decision() == null ? null : node.decision().evidence();
    }
}
