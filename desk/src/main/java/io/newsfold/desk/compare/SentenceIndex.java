package io.newsfold.desk.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Sentences by their words. Words of many sentences find none, so that each search takes bounded time. */
final class SentenceIndex {
    private static final int MAX_SENTENCES = 64;
    private static final int CANDIDATES = 3;

    private final Map<String, List<Integer>> sentencesByWord = new HashMap<>();

    /** @param number of the sentence; larger than those before */
    void add(int number, Sentence sentence) {
        for (String form : new HashSet<>(sentence.forms())) {
            List<Integer> sentences = sentencesByWord.computeIfAbsent(form, word -> new ArrayList<>());
            if (sentences.size() <= MAX_SENTENCES) {
                sentences.add(number);
            }
        }
    }

    /**
     * The numbers of the sentences that have most of its words, at most three, the best first.
     *
     * @param number of the sentence in its own text; of equals the one nearest to it is the better
     */
    List<Integer> candidates(int number, Sentence sentence) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (String form : new HashSet<>(sentence.forms())) {
            List<Integer> sentences = sentencesByWord.getOrDefault(form, List.of());
            if (sentences.size() <= MAX_SENTENCES) {
                sentences.forEach(other -> counts.merge(other, 1, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(e -> Math.abs(e.getKey() - number))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }
}
