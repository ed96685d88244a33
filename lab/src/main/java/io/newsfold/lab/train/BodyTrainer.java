package io.newsfold.lab.train;

import io.newsfold.enrich.clean.body.BlockFeatures;
import io.newsfold.enrich.clean.body.BlockProbabilities;
import io.newsfold.enrich.clean.body.BodyModel;
import io.newsfold.enrich.clean.body.BoostedTrees;
import io.newsfold.enrich.clean.body.FeatureRow;
import io.newsfold.enrich.clean.body.FeatureSchema;
import io.newsfold.enrich.clean.body.NeighbourFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code newsfold bench train-body DIR}: grows the models of {@link BodyModel} from pages and texts with gold, and
 * prints their scores on samples that they have not seen (cross-validation in five parts, by page). Writes the weights
 * beside {@link BoostedTrees}. A third argument {@code page} or {@code text} grows one kind of model only.
 */
public final class BodyTrainer {
    private static final int PARTS = 5;
    /** Of the rows and columns, that each tree sees. */
    private static final double SHARE = 0.6;

    private static final List<String> PAGE_SETS = List.of("naeb", "l3s", "readability", "wcxb");
    /** Pages in many languages, of which only some passages are known. */
    private static final List<String> PASSAGE_SETS = List.of("world");

    private static final List<String> TEXT_SETS = List.of("naeb__flat", "naeb__mix", "l3s", "wcxb__flat", "wcxb__mix");

    private final List<BodySample> samples;
    private final Path weights;
    private final Path unseen;

    private BodyTrainer(List<BodySample> samples, Path weights, Path unseen) {
        this.samples = samples;
        this.weights = weights;
        this.unseen = unseen;
    }

    /**
     * Grows the models.
     *
     * @param arguments the folder of the data sets; the folder of the weights; optionally {@code page} or {@code text};
     *     optionally the folder for the texts that are chosen on unseen samples
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path weights = Path.of(arguments[1]);
        String kinds = arguments.length > 2 ? arguments[2] : "page,text";
        Path unseen = Path.of(arguments.length > 3 ? arguments[3] : "lab/target/unseen");
        if (kinds.contains("page")) {
            BodySampleReader pages = new BodySampleReader();
            for (String set : PAGE_SETS) {
                pages.readPages(data.resolve(set));
            }
            for (String set : PASSAGE_SETS) {
                pages.readPassages(data.resolve(set));
            }
            BodyTrainer trainer = new BodyTrainer(pages.samples(), weights, unseen.resolve("page"));
            trainer.train(FeatureSchema.PAGE_FIRST, 120, FeatureSchema.PAGE_SECOND, 100);
        }
        if (kinds.contains("text")) {
            BodySampleReader texts = new BodySampleReader();
            for (String set : TEXT_SETS) {
                texts.readTexts(data.resolve("flat").resolve(set + ".jsonl.gz"), set);
            }
            BodyTrainer trainer = new BodyTrainer(texts.samples(), weights, unseen.resolve("text"));
            trainer.train(FeatureSchema.TEXT_FIRST, 60, FeatureSchema.TEXT_SECOND, 50);
        }
    }

    private void train(FeatureSchema first, int firstTrees, FeatureSchema second, int secondTrees) throws IOException {
        final long start = System.nanoTime();
        TreeGrower.Settings firstSettings = new TreeGrower.Settings(firstTrees, 24, 12.0 / firstTrees, SHARE, 2e-4, 5);
        TreeGrower.Settings secondSettings =
                new TreeGrower.Settings(secondTrees, 20, 8.0 / secondTrees, SHARE, 2e-4, 5);
        int blocks = samples.stream().mapToInt(s -> s.labels().length).sum();
        System.out.printf(Locale.ROOT, "%s: %d samples, %d blocks%n", first.weightsFile(), samples.size(), blocks);
        double[][] labels =
                samples.stream().map(BodySample::labelsAsProbabilities).toArray(double[][]::new);
        BodyScores.print("gold labels", samples, labels);
        double[][] ofFirst = crossValidate(first, null, firstSettings);
        BodyScores.print("first pass", samples, ofFirst);
        double[][] ofSecond = crossValidate(second, ofFirst, secondSettings);
        BodyScores.print("second pass", samples, ofSecond);
        double[][] ofBoth = IntStream.range(0, samples.size())
                .mapToObj(k -> BlockProbabilities.mean(ofFirst[k], ofSecond[k]))
                .toArray(double[][]::new);
        BodyScores.print("both", samples, ofBoth);
        BodyScores.printWorst(samples, ofBoth);
        UnseenTexts.write(samples, ofBoth, unseen);
        int[] all = IntStream.range(0, samples.size()).toArray();
        write(grow(first, all, null, firstSettings), first);
        write(grow(second, all, ofFirst, secondSettings), second);
        System.out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    /** The probabilities of the blocks, by sample; each sample's by a model that was grown without its part. */
    private double[][] crossValidate(
            FeatureSchema schema, double @Nullable [][] firstPass, TreeGrower.Settings settings) {
        double[][] probabilities = new double[samples.size()][];
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            int[] others = IntStream.range(0, samples.size())
                    .filter(k -> part(k) != held)
                    .toArray();
            BoostedTrees trees = grow(schema, others, firstPass, settings);
            for (int k = 0; k < samples.size(); k++) {
                if (part(k) == part) {
                    probabilities[k] = Arrays.stream(rows(schema, k, firstPass))
                            .mapToDouble(trees::probability)
                            .toArray();
                }
            }
        }
        return probabilities;
    }

    private int part(int k) {
        return Math.floorMod(samples.get(k).id().hashCode() * 31, PARTS);
    }

    private void write(BoostedTrees trees, FeatureSchema schema) throws IOException {
        Path file = weights.resolve(schema.weightsFile());
        trees.write(Files.newOutputStream(file));
        System.out.println(file + " " + Files.size(file) + " bytes");
    }

    private BoostedTrees grow(
            FeatureSchema schema, int[] chosen, double @Nullable [][] firstPass, TreeGrower.Settings settings) {
        int blocks =
                Arrays.stream(chosen).map(k -> samples.get(k).knownBlocks()).sum();
        float[][] rows = new float[blocks][];
        boolean[] labels = new boolean[blocks];
        double[] costs = new double[blocks];
        int at = 0;
        for (int k : chosen) {
            BodySample sample = samples.get(k);
            float[][] ofSample = rows(schema, k, firstPass);
            for (int i = 0; i < ofSample.length; i++) {
                if (sample.isKnown(i)) {
                    rows[at] = ofSample[i];
                    labels[at] = sample.labels()[i];
                    costs[at++] = sample.weights()[i];
                }
            }
        }
        return TreeGrower.grow(schema.names(), rows, labels, costs, settings);
    }

    /** The features of the blocks of sample {@code k}; those of the second pass where the first has been made. */
    private float[][] rows(FeatureSchema schema, int k, double @Nullable [][] firstPass) {
        BlockFeatures features = samples.get(k).features();
        NeighbourFeatures neighbours = firstPass == null ? null : new NeighbourFeatures(features, firstPass[k]);
        float[][] rows = new float[features.size()][];
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = new FeatureRow(schema);
            features.fill(i, row);
            if (neighbours != null) {
                neighbours.fill(i, row);
            }
            rows[i] = row.values();
        }
        return rows;
    }
}
