package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.Thresholds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the clustering of one language up to date. It is defined as a batch: decide the current articles one by one in
 * canonical order, each from the decisions before it. When an article arrives, changes or is withdrawn, only the
 * decisions that depend on it are made again, in canonical order: those of later articles that have a pair with, or an
 * override on, a member of a story that changed. Propagation ends where a new decision is equal to the former one; the
 * state is then the one of the batch.
 */
public final class IncrementalClustering {
    private final ClusterStore store;
    private final ClusterDecider decider;

    public IncrementalClustering(ClusterStore store, Thresholds thresholds) {
        this.store = store;
        this.decider = new ClusterDecider(store, thresholds);
    }

    /**
     * Adds an article, a new version of one, or more pairs of a known version.
     *
     * @param article without a decision
     * @param pairs of this version with others; outdated ones are ignored
     */
    public Reclustering arrive(ClusteredArticle article, List<CandidatePair> pairs) {
        Optional<ClusteredArticle> before = store.article(article.id());
        if (before.isPresent() && before.get().version() > article.version()) {
            return Reclustering.NONE;
        }
        Propagation propagation = new Propagation();
        // withdrawn at this very version: it moved from the clustering of one language to that of another
        if (before.isEmpty() || before.get().withdrawn() || before.get().version() < article.version()) {
            before.ifPresent(old -> remove(old, propagation));
            store.put(article);
        }
        pairs.forEach(pair -> putPair(article, pair));
        propagation.add(article.position());
        propagation.addDependents(article.position());
        propagation.run();
        boolean isRevision = before.filter(old -> !old.withdrawn() && old.version() < article.version())
                .isPresent();
        return propagation.result(isRevision ? article.id() : null);
    }

    private void putPair(ClusteredArticle article, CandidatePair pair) {
        Optional<ClusteredArticle> other = store.article(pair.other().id());
        if (other.filter(o -> o.version() > pair.otherVersion()).isPresent()) {
            return; // the other article was compared in an older version
        }
        boolean otherIsEarlier = pair.other().isBefore(article.position());
        CandidatePair reversed = pair.reversed(article.position());
        store.putPair(article.id(), otherIsEarlier ? pair : pair.withoutEvidence());
        store.putPair(pair.other().id(), otherIsEarlier ? reversed.withoutEvidence() : reversed);
    }

    /** Applies an override; nothing changes where a later one on the same matter is known. */
    public Reclustering override(LineageOverride override) {
        boolean isOutdated = store.overrides(override.a()).stream()
                .anyMatch(known -> known.key().equals(override.key()) && !override.isLaterThan(known));
        if (isOutdated) {
            return Reclustering.NONE;
        }
        store.putOverride(override);
        Propagation propagation = new Propagation();
        Stream.of(override.a(), override.b())
                .flatMap(id -> store.article(id).stream())
                .filter(article -> !article.withdrawn())
                .forEach(article -> propagation.add(article.position()));
        propagation.run();
        return propagation.result(null);
    }

    /**
     * Removes a withdrawn article.
     *
     * @param version position of the withdrawal in the order of all fingerprints
     */
    public Reclustering withdraw(String id, long version) {
        Optional<ClusteredArticle> before = store.article(id);
        if (before.isEmpty() || before.get().version() >= version) {
            return Reclustering.NONE;
        }
        Propagation propagation = new Propagation();
        remove(before.get(), propagation);
        store.put(new ClusteredArticle(
                before.get().position(),
                version,
                before.get().language(),
                "",
                false,
                null,
                true,
                before.get().partition()));
        propagation.run();
        return propagation.result(null);
    }

    /** Removes a version with its membership and its pairs; its dependents are decided again. */
    private void remove(ClusteredArticle old, Propagation propagation) {
        propagation.remember(old);
        propagation.addDependents(old.position());
        Decision decision = old.decision();
        if (decision != null) {
            propagation.addDependentsOfStory(decision.story(), old.position());
            store.removeMember(decision.story(), old.position());
        }
        for (CandidatePair pair : List.copyOf(store.pairs(old.id()))) {
            if (pair.version() <= old.version()) {
                store.removePair(old.id(), pair.other());
                store.removePair(pair.other().id(), old.position());
            }
        }
        store.put(old.with(null));
    }

    /** The articles to decide again, in canonical order, and the former state of those that changed. */
    private final class Propagation {
        private final TreeSet<CanonicalPosition> queue = new TreeSet<>();
        private final Map<String, ClusteredArticle> before = new LinkedHashMap<>();
        private int decisions;

        void add(CanonicalPosition position) {
            queue.add(position);
        }

        void remember(ClusteredArticle article) {
            before.putIfAbsent(article.id(), article);
        }

        /** Adds every later article that has a pair with, or an override on, the one at {@code position}. */
        void addDependents(CanonicalPosition position) {
            if (isBeforeLast(position)) {
                addDependents(position.id(), position);
            }
        }

        /** Adds every article after {@code position} that depends on a member of the story. */
        void addDependentsOfStory(String story, CanonicalPosition position) {
            if (isBeforeLast(position)) {
                store.members(story)
                        .forEach(member -> addDependents(member.position().id(), position));
            }
        }

        /** Articles mostly arrive in order, and then nothing depends on them yet. */
        private boolean isBeforeLast(CanonicalPosition position) {
            return store.last().filter(position::isBefore).isPresent();
        }

        private void addDependents(String id, CanonicalPosition after) {
            for (CandidatePair pair : store.pairsAfter(id, after)) {
                if (store.currentOther(pair).isPresent()) {
                    queue.add(pair.other());
                }
            }
            for (LineageOverride override : store.overrides(id)) {
                store.article(override.other(id))
                        .filter(other -> !other.withdrawn())
                        .map(ClusteredArticle::position)
                        .filter(after::isBefore)
                        .ifPresent(queue::add);
            }
        }

        void run() {
            for (CanonicalPosition next = queue.pollFirst(); next != null; next = queue.pollFirst()) {
                ClusteredArticle article = store.article(next.id()).orElseThrow();
                if (!article.withdrawn() && article.position().equals(next)) {
                    decideAgain(article);
                }
            }
        }

        private void decideAgain(ClusteredArticle article) {
            decisions++;
            Decision former = article.decision();
            Decision decision = decider.decide(article);
            if (decision.equals(former)) {
                return;
            }
            remember(article);
            store.put(article.with(decision));
            if (decision.hasEffectOf(former)) {
                return;
            }
            if (former != null) {
                addDependentsOfStory(former.story(), article.position());
                store.removeMember(former.story(), article.position());
            }
            store.putMember(
                    decision.story(),
                    new Member(article.position(), article.with(decision).counts()));
            addDependentsOfStory(decision.story(), article.position());
        }

        Reclustering result(@Nullable String revised) {
            Map<String, Reclustering.Change> changes = new LinkedHashMap<>();
            before.forEach((id, old) -> changes.put(
                    id, new Reclustering.Change(old, store.article(id).orElseThrow())));
            return new Reclustering(changes, revised, decisions);
        }
    }
}
