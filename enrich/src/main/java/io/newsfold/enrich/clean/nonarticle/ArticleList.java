package io.newsfold.enrich.clean.nonarticle;

import io.newsfold.contract.Flag;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import java.util.Set;

/** Recognizes front pages and lists of articles: headings that lead elsewhere, each with a few words below. */
final class ArticleList {
    private static final int TEASERS = 6;
    private static final int PARAGRAPH_WORDS = 45;
    private static final double LINKED = 0.5;
    private static final int LEAST_HEADING_CHARS = 8;
    private static final int FEW_TEASERS = 3;
    private static final int HEADLINE_WORDS = 4;
    private static final int PROSE_WORDS = 12;
    /** More paragraphs than these below a heading are an article, even if the heading leads to it. */
    private static final int TEASER_PARAGRAPHS = 2;

    private static final int TEASER_WORDS = 60;

    private static final double MOST_OWN_WORDS = 0.25;

    private ArticleList() {}

    /** A rejection, a doubt, or that it is no list. */
    static Verdict detect(PageSigns signs, List<Block> blocks, List<Block> kept) {
        if (hasLinksOnly(kept)) {
            return rejected();
        }
        if (signs.declaresArticle()) {
            return Verdict.ARTICLE;
        }
        Teasers teasers = Teasers.in(blocks);
        if (teasers.count < FEW_TEASERS || teasers.ownWords > MOST_OWN_WORDS * teasers.words) {
            return Verdict.ARTICLE;
        }
        return teasers.ownWords == 0 ? rejected() : new Verdict(null, Set.of(Flag.DOUBTFUL_PAGE));
    }

    /** Whether a page without text of its own is a list of links to articles, and not one whose text is missing. */
    static boolean isOfLinks(PageSigns signs, List<Block> blocks) {
        long headlines = blocks.stream().filter(ArticleList::isLinkedHeadline).count();
        return headlines >= TEASERS && !signs.declaresArticle() && isLinked(blocks);
    }

    /** A link of more words than the items of menus have. */
    private static boolean isLinkedHeadline(Block block) {
        int words = Math.max(block.words(), TextMeasures.unspaced(block.text()) / 2);
        return block.linkShare() > LINKED && words >= HEADLINE_WORDS;
    }

    static Verdict rejected() {
        return Verdict.rejected(Reason.INDEX_PAGE, "a list of articles, none of them told");
    }

    /** Many headings that lead elsewhere, and no paragraph of any length. */
    private static boolean hasLinksOnly(List<Block> kept) {
        long teasers = kept.stream()
                .filter(b -> b.linkShare() > LINKED && b.words() >= 3)
                .count();
        boolean paragraph = kept.stream()
                .anyMatch(b -> b.words() >= PARAGRAPH_WORDS && b.linkShare() < LINKED && b.endsLikeSentence());
        return teasers >= TEASERS && isLinked(kept) && !paragraph;
    }

    /** Whether most words of these blocks are links. */
    private static boolean isLinked(List<Block> blocks) {
        int words = blocks.stream().mapToInt(Block::words).sum();
        double linked =
                blocks.stream().mapToDouble(b -> b.words() * b.linkShare()).sum();
        return linked > LINKED * words;
    }

    /** The kept prose, by whether it stands below a heading that leads elsewhere. */
    private static final class Teasers {
        private int count;
        private int words;
        private int ownWords;
        private int below;
        private int wordsBelow;
        private boolean isLinked;

        static Teasers in(List<Block> blocks) {
            Teasers teasers = new Teasers();
            for (Block block : blocks) {
                teasers.see(block);
            }
            teasers.endSection();
            return teasers;
        }

        private void see(Block block) {
            if (block.isHeading()) {
                endSection();
                isLinked = block.linkShare() > LINKED && block.text().length() >= LEAST_HEADING_CHARS;
            } else if (block.kept() && block.words() >= PROSE_WORDS) {
                below++;
                wordsBelow += block.words();
            }
        }

        private void endSection() {
            boolean teaser = isLinked && below > 0 && below <= TEASER_PARAGRAPHS && wordsBelow <= TEASER_WORDS;
            count += teaser ? 1 : 0;
            words += wordsBelow;
            ownWords += teaser ? 0 : wordsBelow;
            below = 0;
            wordsBelow = 0;
        }
    }
}
