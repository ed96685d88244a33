package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.Bylines;
import io.newsfold.enrich.clean.field.Credits;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which blocks are the article, and why the others are not: the model's judgement, and over it the few rules that are right on every page. */
@SuppressWarnings("ReferenceEquality") // two blocks are the same only where they stand in the same place
public final class BlockSelection {
    static final double LIKELY = 0.5;
    private static final double UNLIKELY = 0.15;
    /** From here on the model is believed, whatever phrase there is. */
    private static final double SURE = 0.9;

    private static final int BYLINE_WORDS = 15;
    private static final int LAST_BLOCKS = 4;
    private static final int BIOGRAPHY_WORDS = 100;
    private static final int PULL_QUOTE_WORDS = 60;
    private static final int LEAST_WORDS = 8;
    /** Where so much of what the model keeps is hidden, a script shows the article to those who may read it. */
    private static final double VEILED = 0.5;

    private BlockSelection() {}

    /**
     * The same blocks in the same order; those that are not part of the article say why.
     *
     * @param judged with the model's probabilities
     */
    public static List<Block> of(List<Block> judged, String headline) {
        List<Block> marked = new ArrayList<>(judged);
        boolean hasTags = judged.get(0).place() != null;
        dropHeadline(marked, headline);
        if (!hasTags && TextRules.isTable(marked)) {
            return marked; // whatever is there is the article
        }
        if (!hasTags) {
            TextRules.dropCaptionsThatStandTwice(marked);
        }
        dropByWords(marked);
        dropBiographies(marked);
        if (!hasTags) {
            TextRules.dropByNeighbours(marked);
        }
        List<Block> byWordsAlone = List.copyOf(marked);
        boolean veiled = isVeiled(marked);
        double least = !hasTags && TextRules.isCleanText(marked) ? UNLIKELY : LIKELY;
        for (int i = 0; i < marked.size(); i++) {
            Block block = marked.get(i);
            if (block.kept() && isHidden(block) && !veiled) {
                marked.set(i, block.drop(DropReason.HIDDEN));
            } else if (block.kept() && block.keep() <= least) {
                marked.set(i, block.drop(UnlikelyBlocks.reason(block)));
            }
        }
        if (hasTags) {
            dropPullQuotes(marked);
        } else {
            TextRules.dropRepeated(marked);
        }
        nameSections(marked);
        return words(marked) < LEAST_WORDS && !hasTags ? byWordsAlone : marked;
    }

    static int words(List<Block> blocks) {
        return blocks.stream().filter(Block::kept).mapToInt(Block::words).sum();
    }

    public static boolean isHidden(Block block) {
        Block.Place place = block.place();
        return place != null && place.nearest()[ElementRole.HIDDEN_STYLE.ordinal()] >= 0;
    }

    private static boolean isVeiled(List<Block> blocks) {
        List<Block> likely =
                blocks.stream().filter(b -> b.kept() && b.keep() > LIKELY).toList();
        int hidden = likely.stream()
                .filter(BlockSelection::isHidden)
                .mapToInt(Block::words)
                .sum();
        return hidden > VEILED * words(likely);
    }

    private static void dropHeadline(List<Block> blocks, String headline) {
        String bare = TextMeasures.bare(headline);
        for (int i = 0; i < blocks.size() && !bare.isEmpty(); i++) {
            Block block = blocks.get(i);
            boolean credit = Credits.APPEARED_FIRST.matcher(block.text()).matches();
            if (!credit && block.text().length() < 2 * headline.length() + 40) {
                String other = block.bare();
                boolean same = other.equals(bare)
                        || bare.length() >= 20 && other.contains(bare) && other.length() - bare.length() <= 40
                        || bare.length() >= 20 && bare.contains(other) && other.length() > bare.length() * 0.8;
                if (same) {
                    blocks.set(i, block.drop(DropReason.HEADLINE));
                }
            }
        }
    }

    private static void dropByWords(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kept() && block.keep() < SURE) {
                DropReason reason = byWords(block);
                if (reason != null) {
                    blocks.set(i, block.drop(reason));
                }
            }
        }
    }

    private static @Nullable DropReason byWords(Block block) {
        boolean byline = block.phrase() == null
                && block.words() <= BYLINE_WORDS
                && !Bylines.in(block.text()).isEmpty();
        return byline ? DropReason.BYLINE : block.phrase();
    }

    /** Among the last blocks, one that tells who somebody is who writes. */
    private static void dropBiographies(List<Block> blocks) {
        int seen = 0;
        for (int i = blocks.size() - 1; i >= 0 && seen < LAST_BLOCKS; i--) {
            if (blocks.get(i).kept() && blocks.get(i).keep() > LIKELY) {
                seen++;
                boolean below = blocks.subList(0, i).stream().anyMatch(b -> b.kept() && b.endsLikeSentence());
                if (below
                        && blocks.get(i).words() <= BIOGRAPHY_WORDS
                        && Bylines.isBiography(blocks.get(i).text())) {
                    blocks.set(i, blocks.get(i).drop(DropReason.BIOGRAPHY));
                }
            }
        }
    }

    /** Words set apart that are said in a paragraph as well. */
    private static void dropPullQuotes(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block.Place place = block.place();
            boolean apart = place != null
                    && (place.nearest()[ElementRole.PULL_QUOTE.ordinal()] >= 0
                            || place.nearest()[ElementRole.ASIDE_TAG.ordinal()] >= 0);
            if (apart && block.kept() && block.words() <= PULL_QUOTE_WORDS) {
                String bare = block.bare();
                boolean said = blocks.stream()
                        .anyMatch(b -> b != block && b.kept() && b.bare().contains(bare));
                if (said) {
                    blocks.set(i, block.drop(DropReason.REPEATED));
                }
            }
        }
    }

    /** A word or two above the article, which nothing else explains, is the section. */
    private static void nameSections(List<Block> blocks) {
        for (int i = 0; i < blocks.size() && !blocks.get(i).kept(); i++) {
            if (blocks.get(i).dropped() == DropReason.FURNITURE && blocks.get(i).words() <= 3) {
                blocks.set(i, blocks.get(i).drop(DropReason.SECTION_NAME));
            }
        }
    }
}
