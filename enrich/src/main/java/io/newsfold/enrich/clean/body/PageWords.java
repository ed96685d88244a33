package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The words of all blocks of a page or a text, with running totals over them. Immutable. */
final class PageWords {
    private final List<WordFeatures> blocks = new ArrayList<>();
    private final int[] wordsBefore;
    private final int[] proseBefore;
    private final float[] timeWordsBefore;
    private final float[] firstPersonBefore;
    private int firstProse = -1;
    private int lastProse = -1;
    private int longestProse = 1;

    PageWords(List<Block> page) {
        int n = page.size();
        wordsBefore = new int[n + 1];
        proseBefore = new int[n + 1];
        timeWordsBefore = new float[n + 1];
        firstPersonBefore = new float[n + 1];
        for (int i = 0; i < n; i++) {
            WordFeatures block = new WordFeatures(page.get(i));
            blocks.add(block);
            addToTotals(i, block);
            if (block.isProse()) {
                firstProse = firstProse < 0 ? i : firstProse;
                lastProse = i;
                longestProse = Math.max(longestProse, words(i));
            }
        }
    }

    private void addToTotals(int i, WordFeatures block) {
        int words = words(i);
        wordsBefore[i + 1] = wordsBefore[i] + words;
        proseBefore[i + 1] = proseBefore[i] + prose(i);
        timeWordsBefore[i + 1] = timeWordsBefore[i] + block.get(BlockFeature.TIME_WORD_SHARE) * words;
        firstPersonBefore[i + 1] = firstPersonBefore[i] + block.get(BlockFeature.FIRST_PERSON_SHARE) * words;
    }

    /** The number of blocks. */
    int size() {
        return blocks.size();
    }

    WordFeatures block(int i) {
        return blocks.get(i);
    }

    /** The number of words of block {@code i}. */
    int words(int i) {
        return blocks.get(i).words().size();
    }

    /** The words of block {@code i} that say what it is about, as hashes. */
    LongArrayList longWords(int i) {
        return blocks.get(i).longWords();
    }

    boolean isProse(int i) {
        return blocks.get(i).isProse();
    }

    /** The number of words of block {@code i} where it is prose, else 0. */
    int prose(int i) {
        return isProse(i) ? words(i) : 0;
    }

    int wordsBefore(int i) {
        return wordsBefore[i];
    }

    int proseBefore(int i) {
        return proseBefore[i];
    }

    /** The index of the first block of prose, -1 where there is none. */
    int firstProse() {
        return firstProse;
    }

    /** The index of the last block of prose, -1 where there is none. */
    int lastProse() {
        return lastProse;
    }

    /** The number of words of the longest block of prose, at least 1. */
    int longestProse() {
        return longestProse;
    }

    /** The number of words of the page, at least 1: a divisor. */
    float allWords() {
        return Math.max(1, wordsBefore[size()]);
    }

    /** The number of words of prose of the page, at least 1: a divisor. */
    float allProse() {
        return Math.max(1, proseBefore[size()]);
    }

    /** The share of prose in the words of block {@code i} and {@code reach} blocks to each side. */
    float proseShare(int i, int reach) {
        int from = Math.max(0, i - reach);
        int to = Math.min(size(), i + reach + 1);
        return (proseBefore[to] - proseBefore[from]) / (float) wordsBetween(from, to);
    }

    /** The share of words for times in the words of block {@code i} and {@code reach} blocks to each side. */
    float timeWordShare(int i, int reach) {
        return share(timeWordsBefore, i, reach);
    }

    /** The share of words of the first person in the words of block {@code i} and {@code reach} blocks to each side. */
    float firstPersonShare(int i, int reach) {
        return share(firstPersonBefore, i, reach);
    }

    /** The share of words of the first person in the words before block {@code i}. */
    float firstPersonShareBefore(int i) {
        return firstPersonBefore[i] / Math.max(1, wordsBefore[i]);
    }

    private float share(float[] before, int i, int reach) {
        int from = Math.max(0, i - reach);
        int to = Math.min(size(), i + reach + 1);
        return (before[to] - before[from]) / wordsBetween(from, to);
    }

    private int wordsBetween(int from, int to) {
        return Math.max(1, wordsBefore[to] - wordsBefore[from]);
    }

    /**
     * How many blocks away the nearest one of a kind is, 1 for the next; {@link BlockFeature#FAR} where there is none.
     *
     * @param step 1 to look at the blocks after {@code i}, -1 for those before
     */
    int distance(int i, int step, IntPredicate isOfKind) {
        int distance = 1;
        for (int j = i + step; j >= 0 && j < size() && distance < BlockFeature.FAR; j += step) {
            if (isOfKind.test(j)) {
                return distance;
            }
            distance++;
        }
        return BlockFeature.FAR;
    }
}
