package io.newsfold.enrich.clean.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for text whose tags are gone: a caption is found there by its repetition, a link by the heading above it. */
final class TextRules {
    /** Above this share of likely words a text counts as cleaned before. */
    private static final double CLEAN_SHARE = 0.96;

    private static final int SHORTEST_REPEATED = 15;
    private static final int REPEATED_CAPTION_REACH = 3;
    private static final int CAPTION_LEAST_WORDS = 13;
    private static final int CAPTION_MOST_WORDS = 60;
    private static final int TABLE_ROWS = 3;
    private static final int NOTICE_WORDS = 120;
    private static final int LINK_WORDS = 16;
    private static final int HEADING_WORDS = 3;
    private static final Pattern AUTHOR_BOX =
            Pattern.compile("author|authors|about the authors?|about author|written by");

    private TextRules() {}

    /**
     * Whether the text is a table of results, prices or fixtures: it has no phrase of any site, and most of the lines
     * that are no sentences have figures.
     */
    static boolean isTable(List<Block> blocks) {
        if (blocks.stream().anyMatch(b -> b.phrase() != null)) {
            return false;
        }
        List<Block> lines =
                blocks.stream().filter(b -> b.kept() && !b.endsLikeSentence()).toList();
        long figures = lines.stream()
                .filter(b -> b.text().chars().anyMatch(Character::isDigit))
                .count();
        return lines.size() >= TABLE_ROWS && figures * 2 > lines.size();
    }

    /**
     * Whether the text is nearly all article, or short and without a phrase of any site. Somebody has cleaned or typed
     * it then, and a line that looks odd is most likely meant.
     */
    static boolean isCleanText(List<Block> blocks) {
        int all = ModelChoice.keptWords(blocks);
        boolean isNotice = all < NOTICE_WORDS && blocks.stream().allMatch(b -> b.phrase() == null);
        return isNotice || ModelChoice.likelyWords(blocks) > CLEAN_SHARE * all;
    }

    /** Drops both of two lines that are the same, are no sentences and are near each other: captions. */
    static void dropRepeatedCaptions(List<Block> blocks) {
        Map<String, Integer> lastIndex = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isCandidate = block.kept() && !block.endsLikeSentence();
            String bare = isCandidate ? block.bare() : "";
            Integer before = bare.length() > SHORTEST_REPEATED ? lastIndex.put(bare, i) : null;
            if (before != null && i - before <= REPEATED_CAPTION_REACH) {
                blocks.set(i, block.drop(DropReason.CAPTION));
                blocks.set(before, blocks.get(before).drop(DropReason.CAPTION));
            }
        }
    }

    /** Drops the blocks below or beside others whose kind is known. */
    static void dropByNeighbours(List<Block> blocks) {
        dropListsOfLinks(blocks);
        dropAuthorBoxes(blocks);
        dropCaptionsBesideCaptions(blocks);
    }

    /** The short lines below a heading such as "Related stories". */
    private static void dropListsOfLinks(List<Block> blocks) {
        boolean isBelow = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isLine = block.words() <= LINK_WORDS && !block.endsLikeSentence();
            boolean isHeading = block.dropped() == DropReason.RELATED && block.words() <= HEADING_WORDS;
            isBelow = isLine && (isBelow || isHeading);
            if (isBelow && block.kept()) {
                blocks.set(i, block.drop(DropReason.RELATED));
            }
        }
    }

    /** The blocks from a heading such as "About the author" on, in the second half of the text. */
    private static void dropAuthorBoxes(List<Block> blocks) {
        for (int i = blocks.size() / 2; i < blocks.size(); i++) {
            boolean isHeading = AUTHOR_BOX.matcher(blocks.get(i).bare()).matches();
            List<Block> rest = blocks.subList(i, blocks.size());
            if (isHeading && isLittleProse(rest)) {
                rest.replaceAll(b -> b.kept() ? b.drop(DropReason.BIOGRAPHY) : b);
                return;
            }
        }
    }

    private static boolean isLittleProse(List<Block> blocks) {
        return blocks.stream().filter(b -> b.kept() && b.endsLikeSentence()).count() <= 2;
    }

    /** A long line that is no sentence, next to a caption or a photo's credit. */
    private static void dropCaptionsBesideCaptions(List<Block> blocks) {
        for (int i = 1; i + 1 < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isCandidate = block.kept()
                    && block.words() >= CAPTION_LEAST_WORDS
                    && block.words() <= CAPTION_MOST_WORDS
                    && !block.endsLikeSentence();
            if (isCandidate && (isPicture(blocks.get(i - 1)) || isPicture(blocks.get(i + 1)))) {
                blocks.set(i, block.drop(DropReason.CAPTION));
            }
        }
    }

    private static boolean isPicture(Block block) {
        return block.dropped() == DropReason.CAPTION || block.dropped() == DropReason.PHOTO_CREDIT;
    }

    /** Drops all but the first of blocks with the same text. */
    static void dropRepeated(List<Block> blocks) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String bare = block.kept() ? block.bare() : "";
            if (bare.length() > SHORTEST_REPEATED && !seen.add(bare)) {
                blocks.set(i, block.drop(DropReason.REPEATED));
            }
        }
    }
}
