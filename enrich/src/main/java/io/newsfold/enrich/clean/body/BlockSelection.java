package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.Bylines;
import io.newsfold.enrich.clean.field.Credits;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choice of the blocks that are the article: the model's probabilities, overruled by a few general rules. */
@SuppressWarnings("ReferenceEquality") // two blocks with the same text are two blocks
public final class BlockSelection {
    private static final double UNLIKELY = 0.15;
    /** From here on the probability counts for more than a phrase. */
    private static final double SURE = 0.9;

    private static final int BYLINE_WORDS = 15;
    private static final int LAST_BLOCKS = 4;
    private static final int BIOGRAPHY_WORDS = 100;
    private static final int PULL_QUOTE_WORDS = 60;
    private static final int SECTION_WORDS = 3;
    private static final int LEAST_WORDS = 8;

    private static final int HEADLINE_SLACK = 40;
    private static final int HEADLINE_LEAST = 20;
    private static final double HEADLINE_SHARE = 0.8;

    /** Above this share of hidden words in the likely blocks, a script shows the article to subscribers. */
    private static final double MOSTLY_HIDDEN = 0.5;

    private BlockSelection() {}

    /**
     * The same blocks in the same order; those that are not part of the article have a reason.
     *
     * @param judged blocks with the model's probabilities, at least one
     * @param headline of the article, may be empty
     */
    public static List<Block> of(List<Block> judged, String headline) {
        List<Block> blocks = new ArrayList<>(judged);
        dropHeadline(blocks, headline);
        return judged.get(0).place() == null ? ofText(blocks) : ofPage(blocks);
    }

    private static List<Block> ofPage(List<Block> blocks) {
        dropPhrasesAndBylines(blocks);
        dropBiographies(blocks);
        if (!isMostlyHidden(blocks)) {
            dropHidden(blocks);
        }
        AlikeBlocks.keep(blocks, ModelChoice.LIKELY);
        dropUpTo(ModelChoice.LIKELY, blocks);
        dropPullQuotes(blocks);
        RepeatedText.drop(blocks);
        SecondArticle.drop(blocks);
        nameSections(blocks);
        return blocks;
    }

    private static List<Block> ofText(List<Block> blocks) {
        if (TextRules.isTable(blocks)) {
            return blocks; // all of it is the article
        }
        TextRules.dropRepeatedCaptions(blocks);
        dropPhrasesAndBylines(blocks);
        dropBiographies(blocks);
        TextRules.dropByNeighbours(blocks);
        List<Block> byRulesAlone = List.copyOf(blocks);
        dropUpTo(TextRules.isCleanText(blocks) ? UNLIKELY : ModelChoice.LIKELY, blocks);
        TextRules.dropRepeated(blocks);
        nameSections(blocks);
        return ModelChoice.keptWords(blocks) < LEAST_WORDS ? byRulesAlone : blocks;
    }

    private static void dropHeadline(List<Block> blocks, String headline) {
        String bare = TextMeasures.bare(headline);
        for (int i = 0; i < blocks.size() && !bare.isEmpty(); i++) {
            Block block = blocks.get(i);
            boolean isCredit = Credits.APPEARED_FIRST.matcher(block.text()).matches();
            boolean isShort = block.text().length() < 2 * headline.length() + HEADLINE_SLACK;
            if (!isCredit && isShort && isHeadline(block.bare(), bare)) {
                blocks.set(i, block.drop(DropReason.HEADLINE));
            }
        }
    }

    /** Whether a bare text is the bare headline, or one of the two is a little longer than the other. */
    private static boolean isHeadline(String text, String headline) {
        if (text.equals(headline)) {
            return true;
        }
        boolean isLonger = text.contains(headline) && text.length() - headline.length() <= HEADLINE_SLACK;
        boolean isShorter = headline.contains(text) && text.length() > headline.length() * HEADLINE_SHARE;
        return headline.length() >= HEADLINE_LEAST && (isLonger || isShorter);
    }

    private static void dropPhrasesAndBylines(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            DropReason reason = block.kept() && block.keep() < SURE ? reasonByWords(block) : null;
            if (reason != null) {
                blocks.set(i, block.drop(reason));
            }
        }
    }

    private static @Nullable DropReason reasonByWords(Block block) {
        boolean isByline = block.phrase() == null
                && block.words() <= BYLINE_WORDS
                && !Bylines.in(block.text()).isEmpty();
        return isByline ? DropReason.BYLINE : block.phrase();
    }

    /** Among the last likely blocks, those that introduce an author. */
    private static void dropBiographies(List<Block> blocks) {
        int seen = 0;
        for (int i = blocks.size() - 1; i >= 0 && seen < LAST_BLOCKS; i--) {
            Block block = blocks.get(i);
            if (ModelChoice.isLikely(block)) {
                seen++;
                boolean isBelowText = blocks.subList(0, i).stream().anyMatch(b -> b.kept() && b.endsLikeSentence());
                if (isBelowText && block.words() <= BIOGRAPHY_WORDS && Bylines.isBiography(block.text())) {
                    blocks.set(i, block.drop(DropReason.BIOGRAPHY));
                }
            }
        }
    }

    private static boolean isMostlyHidden(List<Block> blocks) {
        List<Block> hidden = blocks.stream().filter(BlockSelection::isHidden).toList();
        return ModelChoice.likelyWords(hidden) > MOSTLY_HIDDEN * ModelChoice.likelyWords(blocks);
    }

    /** Whether no reader sees the block before a script shows it. */
    public static boolean isHidden(Block block) {
        return hasRole(block, ElementRole.HIDDEN_STYLE);
    }

    private static boolean hasRole(Block block, ElementRole role) {
        Block.Place place = block.place();
        return place != null && place.nearest()[role.ordinal()] >= 0;
    }

    private static void dropHidden(List<Block> blocks) {
        blocks.replaceAll(b -> b.kept() && isHidden(b) ? b.drop(DropReason.HIDDEN) : b);
    }

    /** Drops the blocks whose probability is not above {@code threshold}. */
    private static void dropUpTo(double threshold, List<Block> blocks) {
        blocks.replaceAll(b -> b.kept() && b.keep() <= threshold ? b.drop(UnlikelyBlocks.reason(b)) : b);
    }

    /** Words that are set apart and that a paragraph has as well. */
    private static void dropPullQuotes(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isApart = hasRole(block, ElementRole.PULL_QUOTE) || hasRole(block, ElementRole.ASIDE_TAG);
            if (isApart && block.kept() && block.words() <= PULL_QUOTE_WORDS) {
                String bare = block.bare();
                if (blocks.stream()
                        .anyMatch(b -> b != block && b.kept() && b.bare().contains(bare))) {
                    blocks.set(i, block.drop(DropReason.REPEATED));
                }
            }
        }
    }

    /** A word or two above the article, for which there is no other reason, is the section. */
    private static void nameSections(List<Block> blocks) {
        for (int i = 0; i < blocks.size() && !blocks.get(i).kept(); i++) {
            Block block = blocks.get(i);
            if (block.dropped() == DropReason.BOILERPLATE && block.words() <= SECTION_WORDS) {
                blocks.set(i, block.drop(DropReason.SECTION_NAME));
            }
        }
    }
}
