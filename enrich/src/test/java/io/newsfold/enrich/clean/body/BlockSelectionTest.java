package io.newsfold.enrich.clean.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockSelectionTest {
    private static final String HEADLINE = "Lighthouse at Carrow Point lit again";
    private static final String FIRST =
            "The old lighthouse at Carrow Point will be lit again on Friday, after sixty years.";
    private static final String SECOND = "Ships will see it from twelve miles out, the harbour board said on Monday.";

    @Test
    void likelyBlocksAreTheArticle() {
        List<Block> page = List.of(page(FIRST, .9), page(SECOND, .51), page("Anything else", .5));

        assertThat(reasons(page)).containsExactly(null, null, DropReason.BOILERPLATE);
    }

    @Test
    void theHeadlineIsNotPartOfTheBody() {
        List<Block> page = List.of(
                page(HEADLINE, .9),
                page("Local: " + HEADLINE, .9),
                page("Lighthouse at Carrow Point lit", .9),
                page(FIRST, .9));

        assertThat(reasons(page)).containsExactly(DropReason.HEADLINE, DropReason.HEADLINE, DropReason.HEADLINE, null);
    }

    @Test
    void aPhraseCountsUnlessTheModelIsSure() {
        List<Block> page = List.of(
                page(FIRST, .95),
                page("Share this story", .8).judged(DropReason.SHARE, .8),
                page("Share of the profit", .95).judged(DropReason.SHARE, .95));

        assertThat(reasons(page)).containsExactly(null, DropReason.SHARE, null);
    }

    @Test
    void aBylineIsNotPartOfTheBody() {
        List<Block> page = List.of(page("By Anna Marsh", .8), page(FIRST, .9));

        assertThat(reasons(page)).containsExactly(DropReason.BYLINE, null);
    }

    @Test
    void aBiographyBelowTheTextIsNotPartOfTheBody() {
        String biography = "Nell Ridley is the maritime reporter of the Herald, covering ports and ferries.";
        List<Block> page = List.of(page(FIRST, .9), page(SECOND, .9), page(biography, .9));

        assertThat(reasons(page)).containsExactly(null, null, DropReason.BIOGRAPHY);
    }

    @Test
    void aHiddenBlockIsDropped() {
        List<Block> page = List.of(page(FIRST, .9), page(SECOND, .9), page(SECOND, .9, ElementRole.HIDDEN_STYLE));

        assertThat(reasons(page)).containsExactly(null, null, DropReason.HIDDEN);
    }

    @Test
    void anArticleThatIsMostlyHiddenIsKept() {
        List<Block> page = List.of(
                page("Lit again.", .9),
                page(FIRST, .9, ElementRole.HIDDEN_STYLE),
                page(SECOND, .9, ElementRole.HIDDEN_STYLE));

        assertThat(reasons(page)).containsExactly(null, null, null);
    }

    @Test
    void aPullQuoteThatAParagraphHasIsDropped() {
        List<Block> page = List.of(
                page(FIRST, .9),
                page("It will be lit by hand.", .9, ElementRole.PULL_QUOTE),
                page("will be lit again on Friday", .9, ElementRole.PULL_QUOTE));

        assertThat(reasons(page)).containsExactly(null, null, DropReason.REPEATED);
    }

    @Test
    void aWordAboveTheArticleIsItsSection() {
        List<Block> page = List.of(page("Coast", .1), page(FIRST, .9), page("Coast", .1));

        assertThat(reasons(page)).containsExactly(DropReason.SECTION_NAME, null, DropReason.BOILERPLATE);
    }

    @Test
    void aTableWithoutTagsIsKeptWhole() {
        List<Block> text =
                List.of(line("Carrow 2 Alder 1", .1), line("Calder 0 Steppe 0", .1), line("Harbour 3 Point 1", .1));

        assertThat(reasons(text)).containsExactly(null, null, null);
    }

    @Test
    void inACleanTextOnlyUnlikelyLinesAreDropped() {
        List<Block> text = List.of(line(FIRST, .9), line("Not so likely words", .2), line("Unlikely words", .15));

        assertThat(reasons(text)).containsExactly(null, null, DropReason.BOILERPLATE);
    }

    @Test
    void aTextOfWhichNothingIsLikelyIsKeptByTheRulesAlone() {
        List<Block> text = List.of(line(FIRST, .1), line("By Anna Marsh", .1), line(SECOND, .1));

        assertThat(reasons(text)).containsExactly(null, DropReason.BYLINE, null);
    }

    @Test
    void aRepeatedParagraphOfATextIsDroppedOnce() {
        List<Block> text = List.of(line(FIRST, .9), line(SECOND, .9), line(FIRST, .9));

        assertThat(reasons(text)).containsExactly(null, null, DropReason.REPEATED);
    }

    private static Block line(String text, double probability) {
        return Block.line(text).judged(null, probability);
    }

    private static Block page(String text, double probability, ElementRole... roles) {
        int[] nearest = new int[ElementRole.COUNT];
        Arrays.fill(nearest, -1);
        for (ElementRole role : roles) {
            nearest[role.ordinal()] = 1;
        }
        Block.Place place = new Block.Place(new ElementStatistics(null, 0, 0, 0, false), nearest, 2);
        return new Block(text, Block.Kind.PARAGRAPH, 0).at(place).judged(null, probability);
    }

    /** By block: why the selection drops it; null where it is kept. */
    private static List<@Nullable DropReason> reasons(List<Block> judged) {
        List<@Nullable DropReason> reasons = new ArrayList<>();
        BlockSelection.of(judged, HEADLINE).forEach(b -> reasons.add(b.dropped()));
        return reasons;
    }
}
