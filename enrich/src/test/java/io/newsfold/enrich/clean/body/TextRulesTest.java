package io.newsfold.enrich.clean.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextRulesTest {
    private static final String SENTENCE = "The old lighthouse at Carrow Point will be lit again on Friday.";
    private static final String CAPTION =
            "The new lens on its way up the tower of Carrow Point in the first days of March";

    @Test
    void linesWithFiguresAreATable() {
        List<Block> table = lines("Carrow 2 Alder 1", "Calder 0 Steppe 0", "Northgate 3 Harbour 1", SENTENCE);
        List<Block> prose = lines("Lighthouse lit again", "By Anna Marsh", "Carrow Point", SENTENCE);

        assertThat(TextRules.isTable(table)).isTrue();
        assertThat(TextRules.isTable(prose)).isFalse();
    }

    @Test
    void aPhraseOfASiteIsInNoTable() {
        List<Block> table = lines("Carrow 2 Alder 1", "Calder 0 Steppe 0", "Northgate 3 Harbour 1");
        table.add(Block.line("Share 12").judged(DropReason.SHARE, 1));

        assertThat(TextRules.isTable(table)).isFalse();
    }

    @Test
    void aShortTextWithoutAPhraseIsClean() {
        List<Block> notice = new ArrayList<>(List.of(Block.line(SENTENCE).judged(null, .2)));

        assertThat(TextRules.isCleanText(notice)).isTrue();

        notice.add(Block.line("Share this").judged(DropReason.SHARE, .2));
        assertThat(TextRules.isCleanText(notice)).isFalse();
    }

    @Test
    void aTextThatIsNearlyAllArticleIsClean() {
        List<Block> text = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            text.add(Block.line(SENTENCE).judged(null, .9));
        }
        text.add(Block.line(SENTENCE).judged(null, .2));

        assertThat(TextRules.isCleanText(text)).isTrue();

        text.addAll(text.subList(50, 51).stream().flatMap(b -> Stream.of(b, b)).toList());
        assertThat(TextRules.isCleanText(text)).isFalse();
    }

    @Test
    void aLineThatIsRepeatedNearByIsACaption() {
        List<Block> blocks = lines(CAPTION, CAPTION, SENTENCE, SENTENCE);

        TextRules.dropRepeatedCaptions(blocks);

        assertThat(reasons(blocks)).containsExactly(DropReason.CAPTION, DropReason.CAPTION, null, null);
    }

    @Test
    void aLineThatIsRepeatedFarBelowIsNoCaption() {
        List<Block> blocks = lines(CAPTION, SENTENCE, SENTENCE, SENTENCE, CAPTION);

        TextRules.dropRepeatedCaptions(blocks);

        assertThat(reasons(blocks)).containsOnlyNulls();
    }

    @Test
    void shortLinesBelowAHeadingOfRelatedLinksAreRelated() {
        List<Block> blocks =
                lines(SENTENCE, "Related stories", "Pier to be painted", "Ferry late", SENTENCE, "The end");
        blocks.set(1, blocks.get(1).drop(DropReason.RELATED));

        TextRules.dropByNeighbours(blocks);

        assertThat(reasons(blocks))
                .containsExactly(null, DropReason.RELATED, DropReason.RELATED, DropReason.RELATED, null, null);
    }

    @Test
    void whatFollowsAHeadingForTheAuthorIsABiography() {
        List<Block> blocks = lines(SENTENCE, SENTENCE, "About the author", "Anna Marsh writes on the sea.");

        TextRules.dropByNeighbours(blocks);

        assertThat(reasons(blocks)).containsExactly(null, null, DropReason.BIOGRAPHY, DropReason.BIOGRAPHY);
    }

    @Test
    void aLongLineBesideAPhotoCreditIsACaption() {
        List<Block> blocks = lines(SENTENCE, CAPTION, "Anna Marsh/Harbour Pictures", SENTENCE);
        blocks.set(2, blocks.get(2).drop(DropReason.PHOTO_CREDIT));

        TextRules.dropByNeighbours(blocks);

        assertThat(reasons(blocks)).containsExactly(null, DropReason.CAPTION, DropReason.PHOTO_CREDIT, null);
    }

    @Test
    void ofBlocksWithTheSameTextTheFirstIsKept() {
        List<Block> blocks = lines(SENTENCE, CAPTION, SENTENCE, "Lit again", "Lit again");

        TextRules.dropRepeated(blocks);

        assertThat(reasons(blocks)).containsExactly(null, null, DropReason.REPEATED, null, null);
    }

    private static List<Block> lines(String... lines) {
        return new ArrayList<>(Arrays.stream(lines).map(Block::line).toList());
    }

    private static List<@Nullable DropReason> reasons(List<Block> blocks) {
        List<@Nullable DropReason> reasons = new ArrayList<>();
        blocks.forEach(b -> reasons.add(b.dropped()));
        return reasons;
    }
}
