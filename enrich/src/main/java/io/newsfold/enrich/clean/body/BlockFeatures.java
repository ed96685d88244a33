package io.newsfold.enrich.clean.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The features of all blocks of a page or a text for the first pass of the model; none depends on the site. */
public final class BlockFeatures {
    private static final float BEYOND_THE_PAGE = -1;

    private final PageWords words;
    private final PositionFeatures positions;
    private final @Nullable ElementFeatures elements;
    private final @Nullable SectionFeatures sections;

    /** @param blocks of one page or text, in reading order */
    public BlockFeatures(List<Block> blocks, DeclaredText declared) {
        words = new PageWords(blocks);
        MetadataOverlap overlap = new MetadataOverlap(words, declared);
        LeadWords lead = new LeadWords(words, declared, headings(blocks), overlap.headlineBlock());
        positions = new PositionFeatures(blocks, words, overlap, lead);
        boolean hasTree = !blocks.isEmpty() && blocks.get(0).place() != null;
        elements = hasTree ? new ElementFeatures(blocks, words, overlap) : null;
        sections = hasTree ? new SectionFeatures(blocks, lead, overlap.headlineBlock()) : null;
    }

    private static boolean[] headings(List<Block> blocks) {
        boolean[] headings = new boolean[blocks.size()];
        for (int i = 0; i < headings.length; i++) {
            headings[i] = blocks.get(i).isHeading();
        }
        return headings;
    }

    /** The number of blocks. */
    public int size() {
        return words.size();
    }

    /** The schema of the rows: that of pages where the blocks have a tree, else that of texts. */
    public FeatureSchema schema() {
        return elements == null ? FeatureSchema.TEXT_FIRST : FeatureSchema.PAGE_FIRST;
    }

    /** Writes the features of block {@code i} to a row of {@link #schema} or of one that begins like it. */
    public void fill(int i, FeatureRow row) {
        row.copy(words.block(i).row());
        fillNeighbours(i, row);
        positions.fill(i, row);
        if (elements != null) {
            elements.fill(i, row);
        }
        if (sections != null) {
            sections.fill(i, row);
        }
    }

    private void fillNeighbours(int i, FeatureRow row) {
        int variant = 0;
        for (BlockFeature.Neighbour neighbour : BlockFeature.NEIGHBOURS) {
            int j = i + neighbour.offset();
            boolean exists = j >= 0 && j < words.size();
            float value = exists ? words.block(j).get(neighbour.feature()) : BEYOND_THE_PAGE;
            row.set(BlockFeature.NEIGHBOUR, variant++, value);
        }
    }

    PageWords words() {
        return words;
    }

    /** Null for a text without tags. */
    @Nullable
    ElementFeatures elements() {
        return elements;
    }
}
