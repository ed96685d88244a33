package io.newsfold.enrich.clean.nonarticle;

import io.newsfold.contract.Flag;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.DropReason;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Detects deliveries that are no article: a wall, an error page, a notice, a list of articles, nothing at all. What
 * speaks against an article is weighed against the prose that remains, so that an article about log-ins stays one.
 */
public final class NonArticleDetector {
    private static final int LEAST_WORDS = 8;
    /** A page with more words is no error and no wall. */
    private static final int SHORT_WORDS = 300;

    private static final int SENTENCE_WORDS = 20;
    private static final int LETTERS_A_WORD = 10;
    private static final Set<DropReason> WALLS =
            EnumSet.of(DropReason.CONSENT, DropReason.LOGIN_FORM, DropReason.NEWSLETTER);
    /** By score, the words of prose below which a page is rejected, and below which it is doubtful. */
    private static final int[] REJECTED_BELOW = {0, 0, 25, 40, 60};

    private static final int[] DOUBTFUL_BELOW = {0, 12, 50, 100, 150};

    private NonArticleDetector() {}

    /** Looks at the blocks of a delivery in reading order, each kept or dropped. */
    public static Verdict detect(PageSigns signs, String headline, List<Block> blocks) {
        List<Block> kept = blocks.stream().filter(Block::kept).toList();
        List<Block> dropped = blocks.stream().filter(b -> !b.kept()).toList();
        int words = words(kept);
        Verdict list = ArticleList.detect(signs, blocks, kept);
        if (list.other() != null || words >= SHORT_WORDS) {
            return list;
        }
        NonArticleEvidence evidence = NonArticleEvidence.of(signs, headline, kept, dropped);
        NonArticleKind kind = evidence.kind();
        int score = Math.min(evidence.score(kind), REJECTED_BELOW.length - 1);
        if (words < LEAST_WORDS && score > 0 || score > 0 && evidence.prose() < rejectedBelow(kind, score)) {
            return Verdict.rejected(kind.reason(), kind.inWords() + ", not an article");
        }
        boolean isShell = isShell(kept, words, words(dropped));
        if ((words < LEAST_WORDS || isShell) && ArticleList.isOfLinks(signs, blocks)) {
            return ArticleList.rejected();
        }
        if (words < LEAST_WORDS) {
            boolean wall = dropped.stream().map(Block::dropped).anyMatch(WALLS::contains);
            return wall
                    ? Verdict.rejected(Reason.BOILERPLATE_ONLY, "nothing but a consent, log-in or subscription wall")
                    : Verdict.rejected(Reason.NO_TEXT, "only " + words + " words of text");
        }
        if (isShell) {
            return Verdict.rejected(Reason.NO_TEXT, "menus and a few words, but no text");
        }
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(list.flags());
        if (kind != NonArticleKind.TEASER && score > 0 && evidence.prose() < DOUBTFUL_BELOW[score]) {
            flags.add(Flag.DOUBTFUL_PAGE);
        }
        if (evidence.score(NonArticleKind.TEASER) > 0) {
            flags.add(Flag.TEASER);
        }
        return new Verdict(null, flags);
    }

    private static int rejectedBelow(NonArticleKind kind, int score) {
        return kind == NonArticleKind.TEASER ? LEAST_WORDS : REJECTED_BELOW[score];
    }

    /** A page with few words left, no sentence of any length among them, and far more around them. */
    private static boolean isShell(List<Block> kept, int words, int around) {
        return kept.stream().allMatch(b -> b.place() != null && isShort(b))
                && words < 2 * SENTENCE_WORDS
                && around > words;
    }

    /** In scripts without spaces, letters count instead of words. */
    private static boolean isShort(Block block) {
        return block.words() < SENTENCE_WORDS
                && TextMeasures.unspaced(block.text()) < SENTENCE_WORDS
                && block.text().length() < LETTERS_A_WORD * SENTENCE_WORDS;
    }

    private static int words(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(b -> Math.max(b.words(), TextMeasures.unspaced(b.text()) / 2))
                .sum();
    }
}
