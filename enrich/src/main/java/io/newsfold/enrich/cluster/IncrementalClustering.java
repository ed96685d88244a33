package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reading in canonical order, kept up to date. When an article arrives, changes or goes, the reading is repeated from its place on, but only where it
 * matters: an article is looked at again when a story that it has a pair with has changed before it. The wave dies out where decisions come out as they were,
 * and the state that it ends in is the one that reading all current articles from the start would give.
 */
public final class IncrementalClustering {
    private final ClusterStore ledger;
    private final Thresholds thresholds;

    public IncrementalClustering(ClusterStore ledger, Thresholds thresholds) {
        this.ledger = ledger;
        this.thresholds = thresholds;
    }

    /**
     * Takes in an article, a new version of one, or more pairs of a version that is there already.
     *
     * @param node without a decision
     * @param pairs of this version with others; those that are outdated by now are left out
     * @return what became different
     */
    public Reclustering arrive(ClusteredArticle node, List<CandidatePair> pairs) {
        Optional<ClusteredArticle> before = ledger.node(node.id());
        if (before.isPresent() && before.get().version() > node.version()) {
            return Reclustering.NONE;
        }
        Queue queue = new Queue();
        // gone at this very version: it went from one language's reading to another's
        if (before.isEmpty() || before.get().gone() || before.get().version() < node.version()) {
            before.ifPresent(old -> takeOut(old, queue));
            ledger.put(node);
        }
        pairs.forEach(pair -> keep(node, pair));
        queue.add(node.place());
        queue.addSeers(node.place());
        queue.run();
        return queue.wave(
                before.filter(n -> !n.gone()).isPresent() && before.get().version() < node.version()
                        ? node.id()
                        : null);
    }

    private void keep(ClusteredArticle node, CandidatePair pair) {
        Optional<ClusteredArticle> other = ledger.node(pair.other().id());
        if (other.filter(o -> o.version() > pair.otherVersion()).isPresent()) {
            return; // the other article was compared in an older version
        }
        boolean otherIsEarlier = pair.other().isBefore(node.place());
        CandidatePair seenFromOther = pair.seenFrom(node.place());
        ledger.putPair(node.id(), otherIsEarlier ? pair : pair.withoutEvidence());
        ledger.putPair(pair.other().id(), otherIsEarlier ? seenFromOther.withoutEvidence() : seenFromOther);
    }

    /** Takes in what a person said; where something later was said on the same matter, nothing changes. */
    public Reclustering override(LineageOverride override) {
        boolean outdated = ledger.overrides(override.a()).stream()
                .anyMatch(known -> known.key().equals(override.key()) && !override.isLaterThan(known));
        if (outdated) {
            return Reclustering.NONE;
        }
        ledger.putOverride(override);
        Queue queue = new Queue();
        Stream.of(override.a(), override.b())
                .flatMap(id -> ledger.node(id).stream())
                .filter(node -> !node.gone())
                .forEach(node -> queue.add(node.place()));
        queue.run();
        return queue.wave(null);
    }

    /** Takes an article out that was withdrawn; {@code version} is the place of the withdrawal in the order of fingerprints. */
    public Reclustering withdraw(String id, long version) {
        Optional<ClusteredArticle> before = ledger.node(id);
        if (before.isEmpty() || before.get().version() >= version) {
            return Reclustering.NONE;
        }
        Queue queue = new Queue();
        takeOut(before.get(), queue);
        ledger.put(
                new ClusteredArticle(before.get().place(), version, before.get().language(), "", null, true));
        queue.run();
        return queue.wave(null);
    }

    /** Removes a version with its membership and its pairs; whoever saw it is read again. */
    private void takeOut(ClusteredArticle old, Queue queue) {
        queue.remember(old);
        queue.addSeers(old.place());
        Decision decision = old.decision();
        if (decision != null) {
            queue.addSeersOfStory(decision.story(), old.place());
            ledger.removeMember(decision.story(), old.place());
        }
        for (CandidatePair pair : List.copyOf(ledger.pairs(old.id()))) {
            if (pair.version() <= old.version()) {
                ledger.removePair(old.id(), pair.other());
                ledger.removePair(pair.other().id(), old.place());
            }
        }
        ledger.put(old.with(null));
    }

    /** Decides one article from the decisions of those before it, and from what people said of it. */
    private Decision decide(ClusteredArticle article) {
        List<Seen> before = seenBefore(article);
        PairConstraints rulings = PairConstraints.of(article, ledger);
        if (rulings.original() != null) {
            return byHand(rulings.original(), Relation.COPY, before, CandidatePair::copyScore);
        }
        Optional<Seen> original = before.stream()
                .filter(s -> s.pair().copyScore() >= thresholds.copy()
                        && s.node().place().isWithin(thresholds.copyDays(), article.place())
                        && rulings.allowCopyOf(s.node()))
                .max(Comparator.comparingDouble((Seen s) -> s.pair().copyScore())
                        .thenComparing(s -> s.node().place(), Comparator.reverseOrder()));
        if (original.isPresent()) {
            Seen of = original.get();
            return new Decision(
                    of.decision().story(),
                    of.node().id(),
                    Relation.COPY,
                    of.pair().copyScore(),
                    evidence(of.pair(), thresholds.copy()),
                    false);
        }
        if (rulings.companion() != null) {
            return byHand(rulings.companion(), Relation.STORY, before, CandidatePair::storyScore);
        }
        return joinOrBegin(article, before, rulings);
    }

    private static Decision byHand(
            ClusteredArticle parent, Relation relation, List<Seen> before, ToDoubleFunction<CandidatePair> score) {
        Optional<CandidatePair> pair = before.stream()
                .filter(s -> s.node().id().equals(parent.id()))
                .map(Seen::pair)
                .findFirst();
        return new Decision(
                Objects.requireNonNull(parent.decision()).story(),
                parent.id(),
                relation,
                pair.map(score::applyAsDouble).orElse(0.0),
                pair.map(p -> evidence(p, 0)).orElse(null),
                true);
    }

    private Decision joinOrBegin(ClusteredArticle article, List<Seen> before, PairConstraints rulings) {
        Map<String, Map<String, CandidatePair>> likeness = new TreeMap<>();
        for (Seen seen : before) {
            if (!seen.decision().isCopy()
                    && seen.pair().storyScore() > 0
                    && seen.node().place().isWithin(thresholds.storyDays(), article.place())
                    && rulings.allow(seen.decision().story())) {
                likeness.computeIfAbsent(seen.decision().story(), s -> new HashMap<>())
                        .put(seen.node().id(), seen.pair());
            }
        }
        Decision best = new Decision(article.id(), null, Relation.FIRST, 0, null, false);
        CanonicalPosition bestFirst = article.place();
        for (Map.Entry<String, Map<String, CandidatePair>> candidate : likeness.entrySet()) {
            List<CanonicalPosition> members = countingMembers(candidate.getKey(), article.place());
            double average = members.stream()
                            .mapToDouble(m -> storyScore(candidate.getValue().get(m.id())))
                            .sum()
                    / members.size();
            CanonicalPosition first = members.get(0);
            boolean better = average > best.score() || average == best.score() && first.isBefore(bestFirst);
            if (average >= thresholds.story() && better) {
                CandidatePair nearest = nearest(members, candidate.getValue());
                best = new Decision(
                        candidate.getKey(),
                        nearest.other().id(),
                        Relation.STORY,
                        average,
                        evidence(nearest, thresholds.story()),
                        false);
                bestFirst = first;
            }
        }
        return best;
    }

    /** Earlier members that count in an average, in canonical order, so that sums come out the same to the last bit. */
    private List<CanonicalPosition> countingMembers(String story, CanonicalPosition article) {
        return ledger.members(story).stream()
                .filter(m -> !m.isCopy()
                        && m.place().isBefore(article)
                        && m.place().isWithin(thresholds.storyDays(), article))
                .map(Member::place)
                .toList();
    }

    /** The pair with the member that an article resembles most; the earlier one where two are alike. */
    private static CandidatePair nearest(List<CanonicalPosition> members, Map<String, CandidatePair> likeness) {
        return members.stream()
                .map(m -> likeness.get(m.id()))
                .filter(Objects::nonNull)
                .reduce((one, other) -> other.storyScore() > one.storyScore() ? other : one)
                .orElseThrow();
    }

    private static double storyScore(@Nullable CandidatePair pair) {
        return pair == null ? 0 : pair.storyScore();
    }

    private static @Nullable Evidence evidence(CandidatePair pair, double threshold) {
        Evidence found = pair.evidence();
        return found == null
                ? null
                : new Evidence(found.copyScore(), found.storyScore(), threshold, found.terms(), found.numbers());
    }

    /** An earlier article that an article sees. */
    private record Seen(ClusteredArticle node, Decision decision, CandidatePair pair) {}

    private List<Seen> seenBefore(ClusteredArticle article) {
        List<Seen> before = new ArrayList<>();
        for (CandidatePair pair : ledger.pairs(article.id())) {
            if (!pair.other().isBefore(article.place())) {
                break;
            }
            if (pair.version() == article.version()) {
                current(pair).ifPresent(other -> {
                    if (other.decision() != null) {
                        before.add(new Seen(other, other.decision(), pair));
                    }
                });
            }
        }
        return before;
    }

    /** The other article of a pair, where the pair speaks of its current version. */
    private Optional<ClusteredArticle> current(CandidatePair pair) {
        return ledger.node(pair.other().id()).filter(other -> !other.gone() && other.version() == pair.otherVersion());
    }

    /** Articles to read again, in canonical order, and what was different before. */
    private final class Queue {
        private final TreeSet<CanonicalPosition> waiting = new TreeSet<>();
        private final Map<String, ClusteredArticle> before = new LinkedHashMap<>();
        private int looks;

        void add(CanonicalPosition place) {
            waiting.add(place);
        }

        void remember(ClusteredArticle node) {
            before.putIfAbsent(node.id(), node);
        }

        /** Every later article that looks at the one at {@code place}. */
        void addSeers(CanonicalPosition place) {
            if (ledger.last().filter(place::isBefore).isPresent()) {
                addSeersOf(place.id(), place);
            }
        }

        /** Every article after {@code place} that looks at a member of the story. */
        void addSeersOfStory(String story, CanonicalPosition place) {
            if (ledger.last().filter(place::isBefore).isPresent()) {
                ledger.members(story)
                        .forEach(member -> addSeersOf(member.place().id(), place));
            }
        }

        private void addSeersOf(String id, CanonicalPosition after) {
            for (CandidatePair pair : ledger.pairsAfter(id, after)) {
                if (current(pair).isPresent()) {
                    waiting.add(pair.other());
                }
            }
            for (LineageOverride override : ledger.overrides(id)) {
                ledger.node(override.other(id))
                        .filter(other -> !other.gone())
                        .map(ClusteredArticle::place)
                        .filter(after::isBefore)
                        .ifPresent(waiting::add);
            }
        }

        void run() {
            for (CanonicalPosition place = waiting.pollFirst(); place != null; place = waiting.pollFirst()) {
                ClusteredArticle article = ledger.node(place.id()).orElseThrow();
                if (!article.gone() && article.place().equals(place)) {
                    look(article);
                }
            }
        }

        private void look(ClusteredArticle article) {
            looks++;
            Decision old = article.decision();
            Decision now = decide(article);
            if (now.equals(old)) {
                return;
            }
            remember(article);
            ledger.put(article.with(now));
            if (now.weighsLike(old)) {
                return;
            }
            if (old != null) {
                addSeersOfStory(old.story(), article.place());
                ledger.removeMember(old.story(), article.place());
            }
            ledger.putMember(now.story(), new Member(article.place(), now.isCopy()));
            addSeersOfStory(now.story(), article.place());
        }

        Reclustering wave(@Nullable String revised) {
            Map<String, Reclustering.Change> changes = new LinkedHashMap<>();
            before.forEach((id, old) -> {
                ClusteredArticle now = ledger.node(id).orElseThrow();
                changes.put(id, new Reclustering.Change(old, now));
            });
            return new Reclustering(changes, revised, looks);
        }
    }
}
