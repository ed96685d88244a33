package io.newsfold.enrich.clean.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for text whose tags are gone: there a caption is known by standing twice, and a link by the heading above it. */
final class TextRules {
    /** From this share of likely words on a text counts as cleaned before. */
    private static final double CLEAN = 0.96;

    private static final int REPEATED_LETTERS = 15;
    private static final int CAPTION_APART = 3;
    private static final int CAPTION_LEAST_WORDS = 13;
    private static final int CAPTION_MOST_WORDS = 60;
    private static final int TABLE_ROWS = 3;
    private static final int NOTICE_WORDS = 120;
    private static final int LINK_WORDS = 16;
    private static final int HEADING_WORDS = 3;
    private static final Pattern AUTHOR_BOX =
            Pattern.compile("author|authors|about the authors?|about author|written by");

    private TextRules() {}

    /** Whether it is results, prices or fixtures, with no phrase of any site among them: most lines that are no sentences have figures. */
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
     * Whether it is nearly all article, or short and without a phrase of any site: somebody has cleaned it before or typed it, and a line that looks odd
     * is most likely meant.
     */
    static boolean isCleanText(List<Block> blocks) {
        int all = BlockSelection.words(blocks);
        int likely = blocks.stream()
                .filter(b -> b.kept() && b.keep() > BlockSelection.LIKELY)
                .mapToInt(Block::words)
                .sum();
        boolean notice = all < NOTICE_WORDS && blocks.stream().allMatch(b -> b.phrase() == null);
        return notice || likely > CLEAN * all;
    }

    /** A line without a full stop that stands twice in a row, or nearly, is a caption. */
    static void dropCaptionsThatStandTwice(List<Block> blocks) {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean candidate = block.kept() && !block.endsLikeSentence();
            String bare = candidate ? block.bare() : "";
            Integer before = bare.length() > REPEATED_LETTERS ? last.put(bare, i) : null;
            if (before != null && i - before <= CAPTION_APART) {
                blocks.set(i, block.drop(DropReason.CAPTION));
                blocks.set(before, blocks.get(before).drop(DropReason.CAPTION));
            }
        }
    }

    /** Drops what stands under or beside blocks that are known for what they are. */
    static void dropByNeighbours(List<Block> blocks) {
        dropListsOfLinks(blocks);
        dropAuthorBoxes(blocks);
        dropCaptionsBesideCaptions(blocks);
    }

    /** The short lines under a heading such as "Related stories". */
    private static void dropListsOfLinks(List<Block> blocks) {
        boolean under = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean line = block.words() <= LINK_WORDS && !block.endsLikeSentence();
            under = line && (under || block.dropped() == DropReason.RELATED && block.words() <= HEADING_WORDS);
            if (under && block.kept()) {
                blocks.set(i, block.drop(DropReason.RELATED));
            }
        }
    }

    /** What stands under a heading "Author" near the end. */
    private static void dropAuthorBoxes(List<Block> blocks) {
        for (int i = blocks.size() / 2; i < blocks.size(); i++) {
            boolean heading = AUTHOR_BOX.matcher(blocks.get(i).bare()).matches();
            if (heading && isLittleProse(blocks.subList(i, blocks.size()))) {
                blocks.subList(i, blocks.size()).replaceAll(b -> b.kept() ? b.drop(DropReason.BIOGRAPHY) : b);
                return;
            }
        }
    }

    private static boolean isLittleProse(List<Block> blocks) {
        return blocks.stream().filter(b -> b.kept() && b.endsLikeSentence()).count() <= 2;
    }

    /** A long line without a full stop that stands next to a caption or a photo's credit. */
    private static void dropCaptionsBesideCaptions(List<Block> blocks) {
        for (int i = 1; i + 1 < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean candidate = block.kept()
                    && block.words() >= CAPTION_LEAST_WORDS
                    && block.words() <= CAPTION_MOST_WORDS
                    && !block.endsLikeSentence();
            if (candidate && (isPicture(blocks.get(i - 1)) || isPicture(blocks.get(i + 1)))) {
                blocks.set(i, block.drop(DropReason.CAPTION));
            }
        }
    }

    private static boolean isPicture(Block block) {
        return block.dropped() == DropReason.CAPTION || block.dropped() == DropReason.PHOTO_CREDIT;
    }

    /** What stands twice is kept once. */
    static void dropRepeated(List<Block> blocks) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String bare = block.kept() ? block.bare() : "";
            if (bare.length() > REPEATED_LETTERS && !seen.add(bare)) {
                blocks.set(i, block.drop(DropReason.REPEATED));
            }
        }
    }
}
