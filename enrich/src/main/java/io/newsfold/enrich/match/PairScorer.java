package io.newsfold.enrich.match;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Lineage.Evidence;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Both scores of an article with others, and what they have in common. */
final class PairScorer {
    private static final int MOST_EVIDENCE = 8;
    /** A parent's story score is higher: weaker pairs explain nothing. */
    private static final double EXPLAINS = 0.25;

    private final Fingerprint fingerprint;
    private final PairComparison probe;
    private final Long2ObjectOpenHashMap<String> words = new Long2ObjectOpenHashMap<>();

    /** @param print of the same article */
    PairScorer(Fingerprint fingerprint, PackedFingerprint print) {
        this.fingerprint = fingerprint;
        this.probe = new PairComparison(print);
    }

    /** What the article sees of {@code other}; empty where neither score is above 0. */
    Optional<CandidatePair> score(PackedFingerprint other) {
        PairFeatures overlap = probe.with(other);
        double copy = CopyScore.of(overlap);
        double story = StoryScore.of(overlap);
        if (copy == 0 && story == 0) {
            return Optional.empty();
        }
        Evidence evidence = copy > 0 || story >= EXPLAINS ? evidence(other, copy, story) : null;
        return Optional.of(new CandidatePair(
                new CanonicalPosition(other.time(), other.seen(), other.id()),
                probe.print().version(),
                other.version(),
                copy,
                story,
                evidence));
    }

    private Evidence evidence(PackedFingerprint other, double copy, double story) {
        return new Evidence(copy, story, 0, sharedTerms(other), sharedNumbers(other));
    }

    private List<String> sharedTerms(PackedFingerprint other) {
        record Shared(long hash, long product) {}
        List<Shared> shared = new ArrayList<>();
        for (int i = 0; i < other.terms(); i++) {
            int weight = probe.weight(other.term(i));
            if (weight > 0) {
                shared.add(new Shared(other.term(i), (long) weight * (other.marked(i) & PackedFingerprint.WEIGHT)));
            }
        }
        shared.sort(Comparator.comparingLong((Shared s) -> -s.product()).thenComparing(s -> words().get(s.hash())));
        return shared.stream()
                .limit(MOST_EVIDENCE)
                .map(s -> words().get(s.hash()))
                .toList();
    }

    private List<String> sharedNumbers(PackedFingerprint other) {
        LongOpenHashSet numbers = new LongOpenHashSet(other.numbers());
        for (int i = 0; i < other.numbers(); i++) {
            numbers.add(other.number(i));
        }
        return fingerprint.numbers().stream()
                .filter(number -> numbers.contains(WordHash.of(number)))
                .sorted()
                .limit(MOST_EVIDENCE)
                .toList();
    }

    /** The article's terms by their hashes, made when they are first asked for. */
    private Long2ObjectOpenHashMap<String> words() {
        if (words.isEmpty()) {
            fingerprint.terms().forEach(term -> words.put(WordHash.of(term.word()), term.word()));
        }
        return words;
    }
}
