package io.newsfold.enrich.clean.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.enrich.clean.Page;
import io.newsfold.enrich.clean.PageReader;
import io.newsfold.enrich.clean.TextReader;
import io.newsfold.enrich.clean.input.RawContent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockFeaturesTest {
    private static final String PAGE = """
            <html><head><title>Lighthouse lit again</title>
            <meta name="description" content="A lighthouse is lit after sixty years."></head><body>
            <nav><a href="/">Home</a></nav>
            <article><h1>Lighthouse lit again</h1>
            <p>The old lighthouse will be lit again after sixty dark years.</p>
            <p>We paid for it, said one of the people of Carrow Point.</p></article>
            <p>Sign up to our newsletter</p></body></html>
            """;

    private static final int NAVIGATION = 0;
    private static final int HEADLINE = 1;
    private static final int FIRST_PARAGRAPH = 2;
    private static final int SECOND_PARAGRAPH = 3;
    private static final int NEWSLETTER = 4;

    @Test
    void theWordsOfABlockAreCounted() {
        Block block = Block.line("“I told you,” wrote ANNA 12 | @anna: Friday, May 5!");

        FeatureRow row = new WordFeatures(block).row();

        assertThat(values(
                        row,
                        BlockFeature.WORDS,
                        BlockFeature.CHARACTERS,
                        BlockFeature.COMMAS_PER_WORD,
                        BlockFeature.STOPS_PER_WORD,
                        BlockFeature.ENDING,
                        BlockFeature.OPENING,
                        BlockFeature.CAPITALISED_SHARE,
                        BlockFeature.SEPARATORS_PER_WORD,
                        BlockFeature.ADDRESS_MARKS,
                        BlockFeature.SECOND_PERSON_SHARE,
                        BlockFeature.TIME_WORD_SHARE,
                        BlockFeature.QUOTATION_MARKS,
                        BlockFeature.FIRST_PERSON_SHARE))
                .containsExactly(10f, 51f, .2f, .1f, 2f, 4f, .4f, .1f, 1f, .1f, .2f, 2f, .1f);
    }

    @Test
    void aBlockKnowsItsPositionOnThePage() throws RawContent.Unusable {
        BlockFeatures features = features(PAGE);

        FeatureRow row = row(features, SECOND_PARAGRAPH);

        assertThat(values(
                        row,
                        BlockFeature.POSITION_SHARE,
                        BlockFeature.BLOCKS_BEFORE,
                        BlockFeature.BLOCKS_AFTER,
                        BlockFeature.PROSE_BEFORE,
                        BlockFeature.PROSE_FROM_HERE,
                        BlockFeature.PAGE_BLOCKS,
                        BlockFeature.PAGE_WORDS,
                        BlockFeature.PAGE_PROSE,
                        BlockFeature.DISTANCE_FROM_HEADLINE,
                        BlockFeature.DISTANCE_FROM_FIRST_PROSE,
                        BlockFeature.DISTANCE_TO_LAST_PROSE,
                        BlockFeature.DISTANCE_TO_PROSE_BEFORE,
                        BlockFeature.DISTANCE_TO_PROSE_AFTER,
                        BlockFeature.COPIES_BEFORE))
                .containsExactly(.6f, 3f, 1f, 11f, 12f, 5f, 32f, 23f, 2f, 1f, 0f, 1f, 50f, 0f);
    }

    @Test
    void aBlockKnowsTheWordsOfItsNeighbours() throws RawContent.Unusable {
        BlockFeatures features = features(PAGE);

        FeatureRow row = row(features, SECOND_PARAGRAPH);

        List<Float> words = BlockFeature.NEIGHBOURS.stream()
                .filter(n -> n.feature() == BlockFeature.WORDS)
                .map(n -> row.get(BlockFeature.NEIGHBOUR, BlockFeature.NEIGHBOURS.indexOf(n)))
                .toList();
        assertThat(words).containsExactly(1f, 3f, 11f, 5f, -1f, -1f);
    }

    @Test
    void aBlockKnowsWhatItSharesWithTheMetadata() throws RawContent.Unusable {
        BlockFeatures features = features(PAGE);

        assertThat(values(row(features, HEADLINE), BlockFeature.IN_HEADLINE, BlockFeature.IN_DESCRIPTION))
                .containsExactly(1f, 2 / 3f);
        assertThat(values(row(features, NAVIGATION), BlockFeature.IN_HEADLINE, BlockFeature.IN_METADATA_BODY))
                .containsExactly(0f, -1f);
    }

    @Test
    void aBlockKnowsHowLongAgoANewsletterWasOffered() throws RawContent.Unusable {
        BlockFeatures features = features(PAGE);

        assertThat(row(features, SECOND_PARAGRAPH).get(BlockFeature.SINCE_NEWSLETTER))
                .isEqualTo(BlockFeature.FAR);
        assertThat(values(row(features, NEWSLETTER), BlockFeature.SINCE_NEWSLETTER, BlockFeature.PHRASE))
                .containsExactly(0f, DropReason.NEWSLETTER.ordinal() + 1f);
    }

    @Test
    void aBlockOfAPageKnowsTheElementsAroundIt() throws RawContent.Unusable {
        BlockFeatures features = features(PAGE);

        FeatureRow row = row(features, FIRST_PARAGRAPH);

        assertThat(row.get(BlockFeature.ROLE_DISTANCE, ElementRole.ARTICLE_TAG.ordinal()))
                .isEqualTo(1);
        assertThat(row.get(BlockFeature.ROLE_DISTANCE, ElementRole.NAV_TAG.ordinal()))
                .isEqualTo(14);
        assertThat(values(
                        row,
                        BlockFeature.ELEMENT_WORD_SHARE,
                        BlockFeature.PARENT_PROSE_SHARE,
                        BlockFeature.PARENT_BLOCKS,
                        BlockFeature.LEVELS_TO_BEST_ELEMENT,
                        BlockFeature.ALIKE_BLOCKS,
                        BlockFeature.SAME_PARENT_BEFORE,
                        BlockFeature.SAME_PARENT_AFTER,
                        BlockFeature.FILLS_ELEMENT))
                .containsExactly(11 / 32f, 1f, 3f, 1f, 2f, 1f, 1f, 1f);
    }

    @Test
    void aBlockOfAPageKnowsTheHeadingsAboveAndTheLead() throws RawContent.Unusable {
        BlockFeatures features = features(PAGE);

        assertThat(values(
                        row(features, SECOND_PARAGRAPH),
                        BlockFeature.LEAD_SHARE,
                        BlockFeature.HEADING_RANK,
                        BlockFeature.RANK_ABOVE,
                        BlockFeature.HEADLINES_ABOVE,
                        BlockFeature.ELEMENT_SIBLINGS,
                        BlockFeature.PARENT_HEADINGS))
                .containsExactly(1f, 0f, 1f, 0f, 2f, 1f);
        assertThat(values(row(features, NEWSLETTER), BlockFeature.LEAD_SHARE, BlockFeature.PARENT_SIBLINGS))
                .containsExactly(0f, 1f);
    }

    @Test
    void aTextWithoutTagsHasNoFeaturesOfElements() {
        Page text = TextReader.read("Lighthouse lit again\n\nThe old lighthouse will be lit again.", false);

        BlockFeatures features = new BlockFeatures(text.blocks(), text.declaredText());

        assertThat(features.schema()).isSameAs(FeatureSchema.TEXT_FIRST);
        assertThat(features.schema().names()).doesNotContain("ELEMENT_WORD_SHARE", "ROLE_DISTANCE.NAV_TAG");
    }

    @Test
    void theSecondPassKnowsWhatTheFirstFoundAround() throws RawContent.Unusable {
        BlockFeatures features = features(PAGE);
        double[] firstPass = {.125, .25, .75, .5, .125};
        NeighbourFeatures neighbours = new NeighbourFeatures(features, firstPass);
        FeatureRow row = new FeatureRow(neighbours.schema());

        neighbours.fill(SECOND_PARAGRAPH, row);

        assertThat(row.get(BlockFeature.PROBABILITY, BlockFeature.PROBABILITY_OFFSETS.indexOf(-1)))
                .isEqualTo(.75f);
        assertThat(values(
                        row,
                        BlockFeature.MEAN_OF_10_BEFORE,
                        BlockFeature.MEAN_OF_10_AFTER,
                        BlockFeature.KEPT_BEFORE,
                        BlockFeature.KEPT_AFTER,
                        BlockFeature.DISTANCE_TO_KEPT_BEFORE,
                        BlockFeature.DISTANCE_TO_KEPT_AFTER,
                        BlockFeature.PARENT_MEAN,
                        BlockFeature.HIGHEST_OF_10_BEFORE,
                        BlockFeature.SHARED_LONG_WORDS))
                .containsExactly(.375f, .125f, 11f, 0f, 1f, 50f, (float) (9 / 14.0), .75f, 0f);
    }

    @Test
    void theColumnsOfASchemaHaveDifferentNamesInTheOrderOfTheFeatures() {
        assertThat(Stream.of(
                        FeatureSchema.TEXT_FIRST,
                        FeatureSchema.TEXT_SECOND,
                        FeatureSchema.PAGE_FIRST,
                        FeatureSchema.PAGE_SECOND))
                .extracting(FeatureSchema::size)
                .containsExactly(89, 115, 164, 190);
        assertThat(FeatureSchema.PAGE_SECOND.names())
                .doesNotHaveDuplicates()
                .startsWith("WORDS", "CHARACTERS")
                .containsSubsequence(
                        "FIRST_PERSON_SHARE", "NEIGHBOUR.-3.WORDS", "ROLE_DISTANCE.NAV_TAG", "PROBABILITY.0")
                .endsWith("SHARED_LONG_WORD_SHARE");
        assertThat(FeatureSchema.PAGE_SECOND.names().subList(0, 164)).isEqualTo(FeatureSchema.PAGE_FIRST.names());
    }

    private static BlockFeatures features(String html) throws RawContent.Unusable {
        Page page = PageReader.read(html);
        return new BlockFeatures(page.blocks(), page.declaredText());
    }

    private static FeatureRow row(BlockFeatures features, int block) {
        FeatureRow row = new FeatureRow(features.schema());
        features.fill(block, row);
        return row;
    }

    private static List<Float> values(FeatureRow row, BlockFeature... features) {
        return Stream.of(features).map(row::get).toList();
    }
}
