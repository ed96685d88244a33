package io.newsfold.desk.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the passages that two texts share word for word, wherever they stand. Equal runs of words get equal numbers:
 * those of two words from the numbers of the words, then those of four, then of eight. Exact, and in linear time.
 */
final class SharedPassages {
    /** Number of words of the shortest passage; a power of two. */
    static final int MIN_WORDS = 8;

    private SharedPassages() {}

    /** The numbers of the words of a text, from 0, that lie in passages that the other text has too. */
    static BitSet wordsOf(WordedText text, WordedText other) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<Integer> runs = runs(text, numbers);
        Set<Integer> runsOfOther = new HashSet<>(runs(other, numbers));
        BitSet shared = new BitSet(text.words().size());
        for (int i = 0; i < runs.size(); i++) {
            if (runsOfOther.contains(runs.get(i))) {
                shared.set(i, i + MIN_WORDS);
            }
        }
        return shared;
    }

    /**
     * The numbers of the runs of eight words, in order; none where the text is shorter.
     *
     * @param numbers of words, and of pairs of numbers; those that are new are added
     */
    private static List<Integer> runs(WordedText text, Map<Object, Integer> numbers) {
        List<Integer> runs = new ArrayList<>(text.words().size());
        text.words().forEach(word -> runs.add(number(word.form(), numbers)));
        for (int half = 1; half < MIN_WORDS; half *= 2) {
            int count = Math.max(0, runs.size() - half);
            for (int i = 0; i < count; i++) {
                long pair = (long) runs.get(i) << Integer.SIZE | runs.get(i + half);
                runs.set(i, number(pair, numbers));
            }
            runs.subList(count, runs.size()).clear();
        }
        return runs;
    }

    private static int number(Object key, Map<Object, Integer> numbers) {
        return numbers.computeIfAbsent(key, absent -> numbers.size());
    }
}
