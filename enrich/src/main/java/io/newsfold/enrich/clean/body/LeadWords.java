package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;

/**
 * What each block has in common with the lead of the article: the headline, the description and the first prose. Text
 * of another article on the page has little. Immutable.
 */
final class LeadWords {
    private static final int WORDS_OF_LEAD = 80;
    private static final float NONE = -1;

    private final int[] longBefore;
    private final int[] sharedBefore;
    private final int[] sectionStart;
    private final int[] sectionEnd;

    LeadWords(PageWords page, DeclaredText declared, boolean[] heading, int headlineBlock) {
        int n = page.size();
        LongSet lead = lead(page, declared, headlineBlock);
        longBefore = new int[n + 1];
        sharedBefore = new int[n + 1];
        sectionStart = new int[n];
        sectionEnd = new int[n];
        for (int i = 0; i < n; i++) {
            LongArrayList words = page.longWords(i);
            int shared = 0;
            for (int k = 0; k < words.size(); k++) {
                shared += lead.contains(words.getLong(k)) ? 1 : 0;
            }
            longBefore[i + 1] = longBefore[i] + words.size();
            sharedBefore[i + 1] = sharedBefore[i] + shared;
            sectionStart[i] = i == 0 || heading[i] ? i : sectionStart[i - 1];
        }
        for (int i = n - 1; i >= 0; i--) {
            sectionEnd[i] = i == n - 1 || heading[i + 1] ? i + 1 : sectionEnd[i + 1];
        }
    }

    /** The long words of the lead, from the headline's block on. */
    private static LongSet lead(PageWords page, DeclaredText declared, int headlineBlock) {
        LongSet lead = new LongOpenHashSet(WordCounts.of(declared.headline()).longWords);
        lead.addAll(WordCounts.of(declared.description()).longWords);
        int words = 0;
        for (int i = Math.max(0, headlineBlock); i < page.size() && words < WORDS_OF_LEAD; i++) {
            if (page.isProse(i)) {
                words += page.words(i);
                lead.addAll(page.longWords(i));
            }
        }
        return lead;
    }

    /** The share of the long words of block {@code i} and {@code reach} to each side; -1 where they have none. */
    float share(int i, int reach) {
        return shareBetween(Math.max(0, i - reach), Math.min(sectionStart.length, i + reach + 1));
    }

    /** The share of the long words from the heading above block {@code i} to the next; -1 where they have none. */
    float shareOfSection(int i) {
        return shareBetween(sectionStart[i], sectionEnd[i]);
    }

    private float shareBetween(int from, int to) {
        int all = longBefore[to] - longBefore[from];
        return all == 0 ? NONE : (sharedBefore[to] - sharedBefore[from]) / (float) all;
    }
}
