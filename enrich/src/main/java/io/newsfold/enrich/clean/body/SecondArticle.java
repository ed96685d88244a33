package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;

/**
 * Finds another article below the first in the same box: text under a second headline that is set apart, and that
 * shares few words with the text above it.
 */
@SuppressWarnings("ReferenceEquality") // two elements with the same counts are two elements
final class SecondArticle {
    private static final int LEAST_WORDS_ABOVE = 80;
    private static final int LEAST_WORDS_BELOW = 30;
    private static final int LOWEST_RANK = 2;
    private static final double LITTLE_IN_COMMON = 0.16;
    private static final int LINK_WORDS = 8;
    private static final double LINKED = 0.9;

    private SecondArticle() {}

    /** Drops the second article. A page with more headlines of that rank is one article in parts. */
    static void drop(List<Block> blocks) {
        int headline = secondHeadline(blocks);
        if (headline < 0) {
            return;
        }
        List<Block> above = blocks.subList(0, headline);
        List<Block> below = blocks.subList(headline, blocks.size());
        boolean isApart = element(blocks.get(headline)).afterRule
                || blocks.get(headline).linkShare() > LINKED
                || endsWithLink(below)
                || element(blocks.get(headline)).rank == 1;
        if (isApart
                && ModelChoice.keptWords(above) >= LEAST_WORDS_ABOVE
                && ModelChoice.keptWords(below) >= LEAST_WORDS_BELOW
                && inCommon(above, below) < LITTLE_IN_COMMON) {
            below.replaceAll(b -> b.kept() ? b.drop(DropReason.RELATED) : b);
        }
    }

    /** The index of the only heading of a high rank between kept blocks; -1 where there is none or several. */
    private static int secondHeadline(List<Block> blocks) {
        int found = -1;
        boolean isBelowText = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            int rank = element(block).rank;
            if (isBelowText && block.kept() && rank > 0 && rank <= LOWEST_RANK) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
            isBelowText |= block.kept() && block.endsLikeSentence();
        }
        return found;
    }

    private static ElementStatistics element(Block block) {
        Block.Place place = block.place();
        if (place == null) {
            throw new IllegalArgumentException("a block of a page without a place: " + block);
        }
        return place.scope();
    }

    /** Whether a link stands directly below the last kept block, such as one to the whole story. */
    private static boolean endsWithLink(List<Block> blocks) {
        for (int i = blocks.size() - 2; i > 0; i--) {
            if (blocks.get(i).kept()) {
                Block next = blocks.get(i + 1);
                boolean isLink = next.linkShare() > LINKED && next.words() <= LINK_WORDS;
                return isLink && element(next).outer() == element(blocks.get(i)).outer();
            }
        }
        return false;
    }

    /** The share of the long words of kept blocks below that the kept blocks above have. */
    private static double inCommon(List<Block> above, List<Block> below) {
        LongSet known = new LongOpenHashSet();
        above.stream().filter(Block::kept).forEach(b -> known.addAll(WordCounts.of(b.text()).longWords));
        int all = 0;
        int shared = 0;
        for (Block block : below) {
            LongArrayList words = block.kept() ? WordCounts.of(block.text()).longWords : new LongArrayList();
            all += words.size();
            for (int i = 0; i < words.size(); i++) {
                shared += known.contains(words.getLong(i)) ? 1 : 0;
            }
        }
        return shared / (double) Math.max(1, all);
    }
}
