package io.newsfold.enrich.match;

import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.enrich.thread.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Both scores of two articles, with what they have in common. */
final class PairScorer {
    private static final double SECONDS_A_DAY = 86_400;
    private static final int MOST_EVIDENCE = 8;

    private PairScorer() {}

    /** What {@code a} sees of {@code b}; empty where neither score is above 0. */
    static Optional<Pair> score(Print a, Print b) {
        if (!a.language.equals(b.language)) {
            return Optional.empty();
        }
        double days = Duration.between(a.time, b.time).abs().toSeconds() / SECONDS_A_DAY;
        double copy = CopyScore.of(a, b, days);
        double story = StoryScore.of(a, b, days);
        if (copy == 0 && story == 0) {
            return Optional.empty();
        }
        return Optional.of(new Pair(
                b.id,
                a.version,
                b.version,
                copy,
                story,
                new Evidence(copy, story, 0, sharedTerms(a, b), sharedNumbers(a, b))));
    }

    private static List<String> sharedTerms(Print a, Print b) {
        record Shared(String word, long product) {}
        List<Shared> shared = new ArrayList<>();
        for (Map.Entry<String, Integer> term : a.terms.weights().entrySet()) {
            Integer weight = b.terms.weights().get(term.getKey());
            if (weight != null) {
                shared.add(new Shared(term.getKey(), (long) weight * term.getValue()));
            }
        }
        shared.sort(Comparator.comparingLong((Shared s) -> -s.product()).thenComparing(Shared::word));
        return shared.stream().limit(MOST_EVIDENCE).map(Shared::word).toList();
    }

    private static List<String> sharedNumbers(Print a, Print b) {
        return a.numbers.stream()
                .filter(b.numbers::contains)
                .sorted()
                .limit(MOST_EVIDENCE)
                .toList();
    }
}
