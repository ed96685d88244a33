package io.newsfold.enrich.clean.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    private static final List<String> FEATURES = List.of("WORDS", "LINK_SHARE");

    /** One tree: up to 10 words -2, else by links +1 or -1. */
    private static final BoostedTrees TREES = new BoostedTrees(
            FEATURES, new int[] {0}, new short[] {0, -1, 1, -1, -1}, new float[] {10, -2, .5f, 1, -1}, new int[] {
                1, 0, 3, 0, 0
            });

    @Test
    void aRowGoesLeftUpToTheThreshold() {
        assertThat(TREES.probability(new float[] {10, 0})).isEqualTo(1 / (1 + StrictMath.exp(2)));
        assertThat(TREES.probability(new float[] {11, .5f})).isEqualTo(1 / (1 + StrictMath.exp(-1)));
        assertThat(TREES.probability(new float[] {11, .6f})).isEqualTo(1 / (1 + StrictMath.exp(1)));
    }

    @Test
    void writtenTreesAreReadAgain() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TREES.write(file);

        BoostedTrees read = BoostedTrees.read(new ByteArrayInputStream(file.toByteArray()));

        assertThat(read).usingRecursiveComparison().isEqualTo(TREES);
    }

    @Test
    void weightsForOtherFeaturesAreRefusedByTheFirstNameThatDiffers() {
        assertThatThrownBy(() -> BoostedTrees.checkFeatures(
                        "page-first.trees.gz", List.of("WORDS", "LINKS", "DEPTH"), List.of("WORDS", "LINK_SHARE")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("page-first.trees.gz: feature 1 is LINKS in the weights but LINK_SHARE in the program;"
                        + " rename the features in the file, or train the model again");
    }

    @Test
    void aShippedFileIsRefusedForTheFeaturesOfAnotherModel() {
        assertThatThrownBy(() -> BoostedTrees.resource("text-first.trees.gz", FeatureSchema.PAGE_FIRST.names()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("text-first.trees.gz: feature 89 is absent in the weights"
                        + " but ROLE_DISTANCE.HIDDEN_STYLE in the program");
    }

    @Test
    void theShippedFilesAreForTheFeaturesOfTheProgram() {
        assertThat(List.of(
                        FeatureSchema.TEXT_FIRST,
                        FeatureSchema.TEXT_SECOND,
                        FeatureSchema.PAGE_FIRST,
                        FeatureSchema.PAGE_SECOND))
                .extracting(schema -> BoostedTrees.resource(schema.weightsFile(), schema.names())
                        .roots()
                        .length)
                .containsExactly(60, 50, 120, 100);
    }

    @Test
    void anotherNumberOfNamesIsRefused() {
        assertThatThrownBy(() -> TREES.renamed(List.of("WORDS")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 names for 2 features");
    }
}
