package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps text once that a page has several times: for large screens, for small ones, for printers. A paragraph that is
 * repeated within one element is meant.
 */
@SuppressWarnings("ReferenceEquality") // two elements with the same counts are two elements
final class RepeatedText {
    private static final int SHINGLE_WORDS = 5;
    private static final int LEAST_WORDS = 10;
    private static final double REPEATED_SHARE = 0.9;
    /** Of an element's words; one with more words of its own repeats some on purpose. */
    private static final double COPIED_SHARE = 0.75;

    private static final long SEED = 23;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private RepeatedText() {}

    /**
     * Drops the kept blocks whose words have all been kept before, in these paragraphs or in others, and the short ones
     * that stand beside them and have been kept before as well.
     */
    static void drop(List<Block> blocks) {
        boolean[] copies = copies(blocks);
        Map<ElementStatistics, Integer> words = new HashMap<>();
        Map<ElementStatistics, Integer> copied = new HashMap<>();
        for (int i = 0; i < copies.length; i++) {
            if (blocks.get(i).kept()) {
                words.merge(parent(blocks.get(i)), blocks.get(i).words(), Integer::sum);
                copied.merge(parent(blocks.get(i)), copies[i] ? blocks.get(i).words() : 0, Integer::sum);
            }
        }
        Set<String> kept = new HashSet<>();
        for (int i = 0; i < copies.length; i++) {
            Block block = blocks.get(i);
            ElementStatistics parent = parent(block);
            if (copies[i] && copied.getOrDefault(parent, 0) >= COPIED_SHARE * words.getOrDefault(parent, 0)) {
                blocks.set(i, block.drop(DropReason.REPEATED));
                dropHeadingsBefore(i, blocks, kept);
            } else if (block.kept()) {
                kept.add(block.bare());
            }
        }
    }

    /** By block: whether its words have been kept before; a short one only beside one that is long. */
    private static boolean[] copies(List<Block> blocks) {
        boolean[] copies = new boolean[blocks.size()];
        Map<Long, ElementStatistics> shingles = new HashMap<>();
        Set<String> originals = new HashSet<>();
        boolean isInCopy = false;
        for (int i = 0; i < copies.length; i++) {
            Block block = blocks.get(i);
            if (block.kept()) {
                boolean isLong = block.words() >= LEAST_WORDS;
                LongArrayList own = isLong ? shingles(WordCounts.of(block.text()).words) : new LongArrayList();
                boolean isBesideCopy = isInCopy && originals.contains(block.bare());
                copies[i] = isLong ? share(own, shingles, parent(block)) >= REPEATED_SHARE : isBesideCopy;
                isInCopy = copies[i];
                if (!isInCopy) {
                    own.forEach((long shingle) -> shingles.putIfAbsent(shingle, parent(block)));
                    originals.add(block.bare());
                }
            }
        }
        return copies;
    }

    /** The headings above the first paragraph of a copy. */
    private static void dropHeadingsBefore(int copy, List<Block> blocks, Set<String> kept) {
        for (int i = copy - 1; i >= 0 && blocks.get(i).kept() && blocks.get(i).isHeading(); i--) {
            Block heading = blocks.get(i);
            boolean isCopy = blocks.subList(0, i).stream()
                    .anyMatch(b -> b.kept() && b.bare().equals(heading.bare()));
            if (!isCopy || !kept.contains(heading.bare())) {
                return;
            }
            blocks.set(i, heading.drop(DropReason.REPEATED));
        }
    }

    private static LongArrayList shingles(LongArrayList words) {
        LongArrayList shingles = new LongArrayList(words.size());
        for (int i = 0; i + SHINGLE_WORDS <= words.size(); i++) {
            long shingle = SEED;
            for (int k = i; k < i + SHINGLE_WORDS; k++) {
                shingle = shingle * FACTOR + words.getLong(k);
            }
            shingles.add(shingle);
        }
        return shingles;
    }

    /** The share of shingles that have been kept in an element other than {@code parent}. */
    private static double share(LongArrayList some, Map<Long, ElementStatistics> kept, ElementStatistics parent) {
        int shared = 0;
        for (int i = 0; i < some.size(); i++) {
            ElementStatistics before = kept.get(some.getLong(i));
            shared += before != null && before != parent ? 1 : 0;
        }
        return some.isEmpty() ? 0 : shared / (double) some.size();
    }

    private static ElementStatistics parent(Block block) {
        Block.Place place = block.place();
        if (place == null) {
            throw new IllegalArgumentException("a block of a page without a place: " + block);
        }
        return place.scope().outer();
    }
}
