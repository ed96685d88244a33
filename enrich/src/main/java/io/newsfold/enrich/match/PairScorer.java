package io.newsfold.enrich.match;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.enrich.fingerprint.WordHash;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Computes both scores of an article with others, and the evidence for them. */
final class PairScorer {
    private static final int MAX_EVIDENCE = 8;
    /** A parent's story score is higher: weaker pairs need no evidence. */
    private static final double EVIDENCE_FLOOR = 0.25;

    private final Fingerprint fingerprint;
    private final PairComparison comparison;
    private final Long2ObjectOpenHashMap<String> wordsByHash = new Long2ObjectOpenHashMap<>();

    PairScorer(SearchableFingerprint article) {
        this.fingerprint = article.fingerprint();
        this.comparison = new PairComparison(article.packed());
    }

    /** The pair with {@code other}; empty where neither score is above 0. */
    Optional<CandidatePair> score(PackedFingerprint other) {
        PairFeatures features = comparison.with(other);
        double copy = CopyScore.of(features);
        double story = StoryScore.of(features);
        if (copy == 0 && story == 0) {
            return Optional.empty();
        }
        Evidence evidence = copy > 0 || story >= EVIDENCE_FLOOR ? evidence(other, copy, story) : null;
        return Optional.of(new CandidatePair(
                new CanonicalPosition(other.time(), other.firstFetched(), other.id()),
                comparison.version(),
                other.version(),
                copy,
                story,
                features.names().rare(),
                evidence));
    }

    private Evidence evidence(PackedFingerprint other, double copy, double story) {
        return new Evidence(copy, story, 0, sharedTerms(other), sharedNumbers(other));
    }

    private List<String> sharedTerms(PackedFingerprint other) {
        record SharedTerm(long hash, long product) {}
        List<SharedTerm> shared = new ArrayList<>();
        for (int i = 0; i < other.termCount(); i++) {
            long term = other.term(i);
            int weight = comparison.weight(term);
            if (weight > 0) {
                shared.add(new SharedTerm(term, (long) weight * (other.markedWeight(i) & PackedFingerprint.WEIGHT)));
            }
        }
        shared.sort(Comparator.comparingLong((SharedTerm s) -> -s.product())
                .thenComparing(s -> wordsByHash().get(s.hash())));
        return shared.stream()
                .limit(MAX_EVIDENCE)
                .map(s -> wordsByHash().get(s.hash()))
                .toList();
    }

    private List<String> sharedNumbers(PackedFingerprint other) {
        LongOpenHashSet numbers = new LongOpenHashSet(other.numberCount());
        for (int i = 0; i < other.numberCount(); i++) {
            numbers.add(other.number(i));
        }
        return fingerprint.numbers().stream()
                .filter(number -> numbers.contains(WordHash.of(number)))
                .sorted()
                .limit(MAX_EVIDENCE)
                .toList();
    }

    /** The article's terms by hash, built on first use: most articles need no evidence. */
    private Long2ObjectOpenHashMap<String> wordsByHash() {
        if (wordsByHash.isEmpty()) {
            fingerprint.terms().forEach(term -> wordsByHash.put(WordHash.of(term.word()), term.word()));
        }
        return wordsByHash;
    }
}
