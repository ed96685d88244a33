package io.newsfold.enrich.clean;

import io.newsfold.contract.Flag;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.BlockSelection;
import io.newsfold.enrich.clean.body.BodyModel;
import io.newsfold.enrich.clean.body.DropReason;
import io.newsfold.enrich.clean.input.RawContent;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The blocks of a page, each kept as part of the article or dropped with a reason.
 *
 * @param all in reading order
 */
record SelectedBlocks(List<Block> all) {
    SelectedBlocks {
        all = List.copyOf(all);
    }

    /** Selects the article among the blocks of {@code page}; a flash is kept as a whole. */
    static SelectedBlocks of(RawContent content, Page page) {
        if (content.isFlash() || page.blocks().isEmpty()) {
            return new SelectedBlocks(page.blocks());
        }
        List<Block> judged = BodyModel.judge(page.blocks(), page.declaredText());
        return new SelectedBlocks(BlockSelection.of(judged, page.headline()));
    }

    /**
     * The same without the headline at the top of the text, where the page says nowhere else which line that is; all
     * where nothing would be left.
     */
    SelectedBlocks withoutHeadline(String headline) {
        String bare = TextMeasures.bare(headline);
        List<Block> rest = all.stream()
                .map(b -> b.kept() && !b.endsLikeSentence() && b.bare().equals(bare) ? b.drop(DropReason.HEADLINE) : b)
                .toList();
        return rest.stream().anyMatch(Block::kept) ? new SelectedBlocks(rest) : this;
    }

    List<Block> kept() {
        return all.stream().filter(Block::kept).toList();
    }

    List<Block> dropped() {
        return all.stream().filter(b -> !b.kept()).toList();
    }

    /** The texts of the blocks that were dropped for {@code reason}. */
    List<String> dropped(DropReason reason) {
        return all.stream().filter(b -> b.dropped() == reason).map(Block::text).toList();
    }

    /** Whether text that readers do not see was kept or dropped. */
    Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Block block : all) {
            if (BlockSelection.isHidden(block)) {
                flags.add(block.kept() ? Flag.SCRIPT_HIDDEN_TEXT : Flag.HIDDEN_TEXT);
            }
        }
        return flags;
    }
}
