package io.newsfold.desk.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Pairs the sentences of two texts, wherever they stand: equal ones first, then those that are most alike. */
final class SentenceAlignment {
    private static final double MIN_SIMILARITY = 0.5;
    private static final int MIN_WORDS = 4; // shorter sentences are alike by chance

    /** A pair that may be chosen, by the numbers of its sentences. */
    private record Candidate(int inA, int inB, CommonWords common) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate>comparingDouble(
                        c -> -c.common().similarity())
                .thenComparingInt(c -> Math.abs(c.inA() - c.inB()))
                .thenComparingInt(Candidate::inA)
                .thenComparingInt(Candidate::inB);
    }

    private final List<Sentence> a;
    private final List<Sentence> b;
    private final Set<Integer> takenOfA = new HashSet<>();
    private final Set<Integer> takenOfB = new HashSet<>();
    private final List<SentencePair> pairs = new ArrayList<>();

    private SentenceAlignment(List<Sentence> a, List<Sentence> b) {
        this.a = a;
        this.b = b;
    }

    /**
     * Each sentence is in one pair at most.
     *
     * @param areVersions whether both are versions of one text: if each is one sentence, as headlines are, it is a pair
     */
    static List<SentencePair> of(WordedText a, WordedText b, boolean areVersions) {
        SentenceAlignment alignment = new SentenceAlignment(a.sentences(), b.sentences());
        if (areVersions && a.sentences().size() == 1 && b.sentences().size() == 1) {
            alignment.pairIfFree(new Candidate(0, 0, CommonWords.of(alignment.a.get(0), alignment.b.get(0))));
        }
        alignment.pairEqual();
        alignment.candidates().stream().sorted(Candidate.BEST_FIRST).forEach(alignment::pairIfFree);
        return List.copyOf(alignment.pairs);
    }

    /** The first of several equal sentences goes with the first in the other text, the second with the second. */
    private void pairEqual() {
        Map<List<String>, Queue<Integer>> numbers = new HashMap<>();
        for (int j = 0; j < b.size(); j++) {
            numbers.computeIfAbsent(b.get(j).forms(), forms -> new ArrayDeque<>())
                    .add(j);
        }
        for (int i = 0; i < a.size(); i++) {
            Integer j =
                    numbers.getOrDefault(a.get(i).forms(), new ArrayDeque<>()).poll();
            if (j != null) {
                pairIfFree(new Candidate(i, j, CommonWords.of(a.get(i), b.get(j))));
            }
        }
    }

    private List<Candidate> candidates() {
        SentenceIndex index = new SentenceIndex();
        for (int j = 0; j < b.size(); j++) {
            if (!takenOfB.contains(j) && b.get(j).size() >= MIN_WORDS) {
                index.add(j, b.get(j));
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            if (takenOfA.contains(i) || a.get(i).size() < MIN_WORDS) {
                continue;
            }
            for (int j : index.candidates(i, a.get(i))) {
                CommonWords common = CommonWords.of(a.get(i), b.get(j));
                if (common.similarity() >= MIN_SIMILARITY) {
                    candidates.add(new Candidate(i, j, common));
                }
            }
        }
        return candidates;
    }

    private void pairIfFree(Candidate candidate) {
        if (!takenOfA.contains(candidate.inA()) && !takenOfB.contains(candidate.inB())) {
            takenOfA.add(candidate.inA());
            takenOfB.add(candidate.inB());
            pairs.add(new SentencePair(a.get(candidate.inA()), b.get(candidate.inB()), candidate.common()));
        }
    }
}
