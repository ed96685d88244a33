package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
import io.newsfold.enrich.cluster.StorySimilarity.Likeness;
import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides the story and the parent of one article, from the decisions on earlier articles and from the constraints on
 * it: a required original, else the best original, else a required companion, else the most similar story, else a story
 * of its own.
 */
final class ClusterDecider {
    private final ClusterStore store;
    private final Thresholds thresholds;

    ClusterDecider(ClusterStore store, Thresholds thresholds) {
        this.store = store;
        this.thresholds = thresholds;
    }

    /** An earlier, decided article with its pair. */
    private record DecidedNeighbour(ClusteredArticle article, Decision decision, CandidatePair pair) {}

    Decision decide(ClusteredArticle article) {
        List<DecidedNeighbour> neighbours = earlierNeighbours(article);
        PairConstraints constraints = PairConstraints.of(article, store);
        if (constraints.original() != null) {
            return byHand(constraints.original(), Relation.COPY, neighbours, CandidatePair::copyScore);
        }
        Optional<DecidedNeighbour> original = neighbours.stream()
                .filter(n -> n.pair().copyScore() >= thresholds.copy()
                        && n.article().position().isWithin(thresholds.copyDays(), article.position())
                        && constraints.allowCopyOf(n.article()))
                .max(Comparator.comparingDouble((DecidedNeighbour n) -> n.pair().copyScore())
                        .thenComparing(n -> n.article().position(), Comparator.reverseOrder()));
        if (original.isPresent()) {
            return copyOf(original.get());
        }
        if (constraints.companion() != null) {
            return byHand(constraints.companion(), Relation.STORY, neighbours, CandidatePair::storyScore);
        }
        return joinOrBegin(article, neighbours, constraints);
    }

    private List<DecidedNeighbour> earlierNeighbours(ClusteredArticle article) {
        List<DecidedNeighbour> neighbours = new ArrayList<>();
        for (CandidatePair pair : store.pairs(article.id())) {
            if (!pair.other().isBefore(article.position())) {
                break; // pairs are in canonical order
            }
            if (pair.version() == article.version()) {
                store.currentOther(pair).ifPresent(other -> {
                    if (other.decision() != null) {
                        neighbours.add(new DecidedNeighbour(other, other.decision(), pair));
                    }
                });
            }
        }
        return neighbours;
    }

    private static Decision byHand(
            ClusteredArticle parent,
            Relation relation,
            List<DecidedNeighbour> neighbours,
            ToDoubleFunction<CandidatePair> score) {
        Optional<CandidatePair> pair = neighbours.stream()
                .filter(n -> n.article().id().equals(parent.id()))
                .map(DecidedNeighbour::pair)
                .findFirst();
        return new Decision(
                Objects.requireNonNull(parent.decision()).story(),
                parent.id(),
                relation,
                pair.map(score::applyAsDouble).orElse(0.0),
                pair.map(p -> evidence(p, 0)).orElse(null),
                true);
    }

    private Decision copyOf(DecidedNeighbour original) {
        return new Decision(
                original.decision().story(),
                original.article().id(),
                Relation.COPY,
                original.pair().copyScore(),
                evidence(original.pair(), thresholds.copy()),
                false);
    }

    /** Joins the most similar story; of equal ones, that of the earliest counting member. */
    private Decision joinOrBegin(
            ClusteredArticle article, List<DecidedNeighbour> neighbours, PairConstraints constraints) {
        Decision best = new Decision(article.id(), null, Relation.FIRST, 0, null, false);
        CanonicalPosition bestFirst = article.position();
        for (var candidate : pairsByStory(article, neighbours, constraints).entrySet()) {
            String story = candidate.getKey();
            Map<String, CandidatePair> pairs = candidate.getValue();
            List<Member> members = List.copyOf(store.members(story));
            List<CanonicalPosition> counting =
                    StorySimilarity.countingMembers(members, article.position(), thresholds.storyDays());
            double similarity = StorySimilarity.of(
                            members, article.position(), thresholds.storyDays(), id -> likeness(pairs.get(id)))
                    .value();
            CanonicalPosition first = counting.get(0);
            boolean isBetter = similarity > best.score() || similarity == best.score() && first.isBefore(bestFirst);
            if (similarity >= thresholds.story() && isBetter) {
                best = join(story, similarity, nearest(counting, pairs));
                bestFirst = first;
            }
        }
        return best;
    }

    /** The pairs with members that count, by story and then by member. */
    private Map<String, Map<String, CandidatePair>> pairsByStory(
            ClusteredArticle article, List<DecidedNeighbour> neighbours, PairConstraints constraints) {
        Map<String, Map<String, CandidatePair>> pairs = new TreeMap<>();
        for (DecidedNeighbour neighbour : neighbours) {
            String story = neighbour.decision().story();
            if (neighbour.article().counts()
                    && neighbour.pair().storyScore() > 0
                    && neighbour.article().position().isWithin(thresholds.storyDays(), article.position())
                    && constraints.allowStory(story)) {
                pairs.computeIfAbsent(story, s -> new HashMap<>())
                        .put(neighbour.article().id(), neighbour.pair());
            }
        }
        return pairs;
    }

    private Decision join(String story, double similarity, CandidatePair nearest) {
        return new Decision(
                story, nearest.other().id(), Relation.STORY, similarity, evidence(nearest, thresholds.story()), false);
    }

    /** The pair with the most similar member; of equal ones, with the earliest. */
    private static CandidatePair nearest(List<CanonicalPosition> members, Map<String, CandidatePair> pairs) {
        return members.stream()
                .map(m -> pairs.get(m.id()))
                .filter(Objects::nonNull)
                .reduce((one, other) -> other.storyScore() > one.storyScore() ? other : one)
                .orElseThrow();
    }

    private static Likeness likeness(@Nullable CandidatePair pair) {
        return pair == null ? Likeness.NONE : new Likeness(pair.storyScore(), pair.rareNames());
    }

    private static @Nullable Evidence evidence(CandidatePair pair, double threshold) {
        Evidence evidence = pair.evidence();
        return evidence == null
                ? null
                : new Evidence(
                        evidence.copyScore(), evidence.storyScore(), threshold, evidence.terms(), evidence.numbers());
    }
}
