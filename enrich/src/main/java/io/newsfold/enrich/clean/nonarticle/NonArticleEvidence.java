package io.newsfold.enrich.clean.nonarticle;

import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.DropReason;
import io.newsfold.enrich.clean.input.Sentences;
import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.enrich.clean.nonarticle.NonArticlePhrase.Position;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What speaks for the kinds of pages that are no article, against what the page tells in sentences of its own. Titles
 * count twice, a sentence once; what is quoted does not count.
 */
final class NonArticleEvidence {
    private static final int OF_A_TITLE = 2;
    private static final int MOST_OF_TEXT = 3;
    private static final int MOST_TITLES = 4;
    private static final int MOST_DROPPED = 60;
    private static final int SENTENCE_WORDS = 6;
    /** With less prose, what was dropped has a say: it may be all there is. */
    private static final int LITTLE_PROSE = 12;

    private static final double LINKED = 0.6;
    private static final Pattern QUOTED = Pattern.compile("[“\"«„「『‘][^“”\"«»„「」『』’]{2,300}[”\"»“」』’]");
    private static final Pattern SITE = Pattern.compile("\\s+[-–—|·•:»]+\\s+|\\s*[|｜_]\\s*");

    private final Map<NonArticleKind, Integer> scores = new EnumMap<>(NonArticleKind.class);
    private final Map<NonArticleKind, Integer> ofText = new EnumMap<>(NonArticleKind.class);
    private int prose;

    static NonArticleEvidence of(PageSigns signs, String headline, List<Block> kept, List<Block> dropped) {
        NonArticleEvidence evidence = new NonArticleEvidence();
        kept.forEach(evidence::addText);
        evidence.addTitles(signs, headline, kept, dropped);
        if (evidence.prose < LITTLE_PROSE) {
            dropped.stream()
                    .filter(b -> b.linkShare() < LINKED)
                    .limit(MOST_DROPPED)
                    .forEach(b -> evidence.addSentence(b.text()));
            evidence.addSentence(signs.withoutScripts());
        }
        evidence.ofText.forEach((kind, score) -> evidence.add(kind, Math.min(score, MOST_OF_TEXT)));
        evidence.addSigns(signs);
        return evidence;
    }

    /** The kind that most speaks for. */
    NonArticleKind kind() {
        NonArticleKind best = NonArticleKind.BROWSER_CHECK;
        for (NonArticleKind kind : NonArticleKind.values()) {
            best = score(kind) > score(best) ? kind : best;
        }
        return best;
    }

    int score(NonArticleKind kind) {
        return scores.getOrDefault(kind, 0);
    }

    /** Words in sentences that have no phrase. */
    int prose() {
        return prose;
    }

    private void addTitles(PageSigns signs, String headline, List<Block> kept, List<Block> dropped) {
        Set<String> titles = new HashSet<>();
        for (String whole : List.of(signs.title(), headline)) {
            String[] parts = SITE.split(whole.strip(), -1); // never empty, even of a separator alone
            titles.addAll(List.of(whole.strip(), parts[0], parts[parts.length - 1]));
        }
        kept.stream()
                .filter(Block::isHeading)
                .limit(MOST_TITLES)
                .map(Block::text)
                .forEach(titles::add);
        dropped.stream()
                .filter(b -> b.isHeading() && b.linkShare() < LINKED && (isTitle(b) || prose < LITTLE_PROSE))
                .limit(MOST_TITLES)
                .map(Block::text)
                .forEach(titles::add);
        Set<NonArticleKind> found = new HashSet<>();
        for (String title : titles) {
            for (NonArticleKind kind : NonArticlePhrase.kinds(Position.WHOLE, title)) {
                add(kind, found.add(kind) ? OF_A_TITLE : 0);
            }
        }
    }

    /** Headings of forms and lists say nothing of the page as a whole. */
    private static boolean isTitle(Block heading) {
        return heading.dropped() == DropReason.HEADLINE
                || heading.dropped() == DropReason.SECTION_NAME
                || heading.dropped() == DropReason.BOILERPLATE;
    }

    private void addText(Block block) {
        if (block.linkShare() >= LINKED) {
            return;
        }
        for (List<String> paragraph : Sentences.ofParagraphs(block.text())) {
            for (String sentence : paragraph) {
                boolean phrase = addSentence(sentence);
                int words = words(sentence);
                prose += phrase || words < SENTENCE_WORDS ? 0 : words;
            }
        }
    }

    /** Whether the sentence has a phrase. */
    private boolean addSentence(String sentence) {
        String said = QUOTED.matcher(sentence).replaceAll(" ");
        Set<NonArticleKind> kinds = NonArticlePhrase.kinds(Position.TEXT, said);
        kinds.forEach(kind -> ofText.merge(kind, 1, Integer::sum));
        return !kinds.isEmpty();
    }

    private void addSigns(PageSigns signs) {
        if (signs.password()) {
            add(NonArticleKind.LOGIN, 1);
        }
        if (signs.challenge()) {
            add(NonArticleKind.BROWSER_CHECK, score(NonArticleKind.BROWSER_CHECK) > 0 ? 2 : 0);
        }
        NonArticleKind best = kind();
        if (signs.noIndex() && score(best) > 0) {
            add(best, 1);
        }
        if (signs.declaresArticle() && prose >= LITTLE_PROSE) {
            scores.replaceAll((kind, score) -> score - 1);
        }
    }

    private void add(NonArticleKind kind, int points) {
        if (points > 0) {
            scores.merge(kind, points, Integer::sum);
        }
    }

    private static int words(String text) {
        return Math.max(TextMeasures.count(text), TextMeasures.unspaced(text) / 2);
    }
}
