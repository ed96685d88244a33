package io.newsfold.enrich.clean.body;

import io.newsfold.contract.Rejection.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Detects deliveries that are no article: a wall, an error page, a list of articles, nothing at all. */
public final class NonArticleDetector {
    private static final int LEAST_WORDS = 8;
    private static final int SHORT_WORDS = 120;
    private static final int SENTENCE_WORDS = 20;
    private static final int LETTERS_A_WORD = 10;
    private static final int LETTERS_AN_UNSPACED_WORD = 2;
    private static final Set<Character.UnicodeScript> UNSPACED = EnumSet.of(
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);
    private static final Set<DropReason> WALLS =
            EnumSet.of(DropReason.CONSENT, DropReason.LOGIN_FORM, DropReason.NEWSLETTER);
    private static final int TEASERS = 6;
    private static final int PARAGRAPH_WORDS = 45;
    private static final double LINKED = 0.5;
    private static final Pattern ERROR = Pattern.compile("(?i)\\W*(?:(?:error|http) )?(?:4\\d\\d|5\\d\\d)\\b.{0,60}|"
            + "\\W*(?:oops\\W+)?(?:the )?(?:page|article|story)(?: you.{0,40})? (?:was |could |can )?not (?:be "
            + ")?found.{0,40}|"
            + "\\W*(?:access denied|forbidden|service unavailable|bad gateway|just a moment|"
            + "attention required|are you a robot|page not available|this page is no longer available)\\b.{0,40}");

    /**
     * The reason why a delivery is no article.
     *
     * @param message for people, without a full stop
     */
    public record NonArticle(Reason reason, String message) {}

    private NonArticleDetector() {}

    /** Looks at what was kept and dropped of a delivery; empty where it is an article. */
    public static Optional<NonArticle> detect(String headline, List<Block> kept, List<Block> dropped) {
        int words = words(kept);
        boolean failed = ERROR.matcher(headline).matches()
                || dropped.stream()
                        .anyMatch(b -> b.isHeading() && ERROR.matcher(b.text()).matches());
        if (failed && words < SHORT_WORDS) {
            return Optional.of(new NonArticle(Reason.ERROR_PAGE, "the page says that there is none"));
        }
        if (words < LEAST_WORDS) {
            boolean wall = dropped.stream().map(Block::dropped).anyMatch(WALLS::contains);
            return Optional.of(
                    wall
                            ? new NonArticle(
                                    Reason.BOILERPLATE_ONLY, "nothing but a consent, log-in or subscription wall")
                            : new NonArticle(Reason.NO_TEXT, "only " + words + " words of text"));
        }
        if (isShell(kept, words, words(dropped))) {
            return Optional.of(new NonArticle(Reason.NO_TEXT, "menus and a few words, but no text"));
        }
        return isIndex(kept, words)
                ? Optional.of(new NonArticle(Reason.INDEX_PAGE, "a list of articles, none of them told"))
                : Optional.empty();
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
                && unspaced(block) < SENTENCE_WORDS
                && block.text().length() < LETTERS_A_WORD * SENTENCE_WORDS;
    }

    /** Many headings that lead elsewhere, and no paragraph of any length. */
    private static boolean isIndex(List<Block> kept, int words) {
        double linked =
                kept.stream().mapToDouble(b -> b.words() * b.linkShare()).sum();
        long teasers = kept.stream()
                .filter(b -> b.linkShare() > LINKED && b.words() >= 3)
                .count();
        boolean paragraph = kept.stream()
                .anyMatch(b -> b.words() >= PARAGRAPH_WORDS && b.linkShare() < LINKED && b.endsLikeSentence());
        return teasers >= TEASERS && linked > LINKED * words && !paragraph;
    }

    private static int words(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(b -> Math.max(b.words(), unspaced(b) / LETTERS_AN_UNSPACED_WORD))
                .sum();
    }

    /** Letters of scripts that put no spaces between words. */
    private static int unspaced(Block block) {
        return (int) block.text()
                .codePoints()
                .filter(c -> Character.isIdeographic(c) || UNSPACED.contains(Character.UnicodeScript.of(c)))
                .count();
    }
}
