package io.newsfold.enrich.clean.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The features that tell one article of a page from the others: headings above a block, rules between, and elements
 * that stand beside others of one look.
 */
final class SectionFeatures {
    private static final int FAR = BlockFeature.FAR;
    private static final int BEFORE_HEADLINE = -1;

    private final List<Block> blocks;
    private final LeadWords lead;
    private final int[] rankAbove;
    private final int[] headlinesAbove;
    private final int[] sinceRule;

    /** @param headlineBlock the index of the block that is the headline, -1 where none is */
    SectionFeatures(List<Block> blocks, LeadWords lead, int headlineBlock) {
        this.blocks = blocks;
        this.lead = lead;
        int n = blocks.size();
        rankAbove = new int[n];
        headlinesAbove = new int[n];
        sinceRule = new int[n];
        int rankOfHeadline = headlineBlock < 0 ? 1 : Math.max(1, element(headlineBlock).rank);
        int rank = 0;
        int headlines = headlineBlock < 0 ? 0 : BEFORE_HEADLINE;
        int lastRule = -FAR;
        for (int i = 0; i < n; i++) {
            int own = element(i).rank;
            rank = own > 0 ? own : rank;
            boolean isHeadline = own > 0 && own <= rankOfHeadline && headlines >= 0;
            headlines = i == headlineBlock ? 0 : headlines + (isHeadline ? 1 : 0);
            lastRule = element(i).afterRule ? i : lastRule;
            rankAbove[i] = rank;
            headlinesAbove[i] = Math.min(FAR, headlines);
            sinceRule[i] = Math.min(FAR, i - lastRule);
        }
        countSiblings();
    }

    /** The nearest element on lines of its own around block {@code i}. */
    private ElementStatistics element(int i) {
        Block.Place place = blocks.get(i).place();
        if (place == null) {
            throw new IllegalStateException("a block of a page without a place: " + blocks.get(i));
        }
        return place.scope();
    }

    private void countSiblings() {
        record Look(ElementStatistics parent, int looks) {}
        Map<Look, Integer> counts = new HashMap<>();
        Set<ElementStatistics> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (ElementStatistics e = element(i); e != null && seen.add(e); e = e.parent) {
                counts.merge(new Look(e.outer(), e.looks), 1, Integer::sum);
            }
        }
        for (ElementStatistics e : seen) {
            e.alikeSiblings = counts.getOrDefault(new Look(e.outer(), e.looks), 1);
        }
    }

    void fill(int i, FeatureRow row) {
        ElementStatistics element = element(i);
        ElementStatistics parent = element.outer();
        ElementStatistics grandparent = parent.outer();
        row.set(BlockFeature.HEADING_RANK, element.rank);
        row.set(BlockFeature.RANK_ABOVE, rankAbove[i]);
        row.set(BlockFeature.HEADLINES_ABOVE, headlinesAbove[i]);
        row.set(BlockFeature.SECTION_LEAD_SHARE, lead.shareOfSection(i));
        row.set(BlockFeature.SINCE_RULE, sinceRule[i]);
        row.set(BlockFeature.ELEMENT_SIBLINGS, element.alikeSiblings);
        row.set(BlockFeature.PARENT_SIBLINGS, parent.alikeSiblings);
        row.set(BlockFeature.GRANDPARENT_SIBLINGS, grandparent.alikeSiblings);
        row.set(BlockFeature.PARENT_HEADINGS, parent.headings);
        row.set(BlockFeature.GRANDPARENT_HEADINGS, grandparent.headings);
        row.set(BlockFeature.PARENT_LINKED_HEADINGS, parent.linkedHeadings);
        row.set(BlockFeature.GRANDPARENT_LINKED_HEADINGS, grandparent.linkedHeadings);
    }
}
