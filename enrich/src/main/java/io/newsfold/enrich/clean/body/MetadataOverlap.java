package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;

/** What each block has in common with the texts in the page's own metadata. Immutable. */
final class MetadataOverlap {
    private static final int SHINGLE_WORDS = 3;
    private static final long SHINGLE_SEED = 17;
    private static final long SHINGLE_FACTOR = 0x9E3779B97F4A7C15L;
    private static final double HEADLINE_SHARE = 0.9;
    private static final double HEADLINE_LENGTH = 0.8;
    private static final float UNKNOWN = -1;

    private final float[] inHeadline;
    private final float[] inDescription;
    private final float[] inBody;
    private final int headlineBlock;

    MetadataOverlap(PageWords page, DeclaredText declared) {
        int n = page.size();
        inHeadline = new float[n];
        inDescription = new float[n];
        inBody = new float[n];
        LongSet headline = new LongOpenHashSet(WordCounts.of(declared.headline()).words);
        LongSet description = new LongOpenHashSet(WordCounts.of(declared.description()).words);
        LongSet body = new LongOpenHashSet(shingles(WordCounts.of(declared.body()).words));
        for (int i = 0; i < n; i++) {
            LongArrayList words = page.block(i).words();
            inHeadline[i] = share(words, headline);
            inDescription[i] = description.isEmpty() ? UNKNOWN : share(words, description);
            inBody[i] = body.isEmpty() ? UNKNOWN : share(shingles(words), body);
        }
        headlineBlock = headlineBlock(page, headline.size());
    }

    /** The last block before the prose that has the words of the headline; else the first one at all, -1 for none. */
    private int headlineBlock(PageWords page, int headlineWords) {
        int best = -1;
        for (int i = 0; i < page.size() && headlineWords > 0; i++) {
            boolean same = inHeadline[i] >= HEADLINE_SHARE && page.words(i) >= headlineWords * HEADLINE_LENGTH;
            best = same && (best < 0 || i <= Math.max(page.firstProse(), 0)) ? i : best;
        }
        return best;
    }

    /** A hash of each three words in a row; of all words where there are fewer. */
    private static LongArrayList shingles(LongArrayList words) {
        LongArrayList shingles = new LongArrayList(words.size());
        int length = Math.min(SHINGLE_WORDS, words.size());
        for (int i = 0; i + length <= words.size() && length > 0; i++) {
            long shingle = SHINGLE_SEED;
            for (int j = i; j < i + length; j++) {
                shingle = shingle * SHINGLE_FACTOR + words.getLong(j);
            }
            shingles.add(shingle);
        }
        return shingles;
    }

    private static float share(LongArrayList some, LongSet all) {
        int shared = 0;
        for (int i = 0; i < some.size(); i++) {
            shared += all.contains(some.getLong(i)) ? 1 : 0;
        }
        return shared / (float) Math.max(1, some.size());
    }

    /** The share of the words of block {@code i} that the headline has, 0.0 to 1.0. */
    float inHeadline(int i) {
        return inHeadline[i];
    }

    /** The share of the words of block {@code i} that the description has, 0.0 to 1.0; -1 without a description. */
    float inDescription(int i) {
        return inDescription[i];
    }

    /** The share of the shingles of block {@code i} that the body has, 0.0 to 1.0; -1 without a body. */
    float inBody(int i) {
        return inBody[i];
    }

    /** The index of the block that is the headline, -1 where none is. */
    int headlineBlock() {
        return headlineBlock;
    }
}
