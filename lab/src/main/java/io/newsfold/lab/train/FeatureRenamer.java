package io.newsfold.lab.train;

import io.newsfold.enrich.clean.body.BoostedTrees;
import io.newsfold.enrich.clean.body.FeatureSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code newsfold bench rename-features}: writes the present names of the features into the files of the weights, after
 * somebody has renamed one. The weights stay as they are: features that were added, removed or reordered need training.
 */
public final class FeatureRenamer {
    private FeatureRenamer() {}

    /** @param arguments the folder of the weights */
    public static void main(String[] arguments) throws IOException {
        for (FeatureSchema schema : List.of(
                FeatureSchema.PAGE_FIRST,
                FeatureSchema.PAGE_SECOND,
                FeatureSchema.TEXT_FIRST,
                FeatureSchema.TEXT_SECOND)) {
            Path file = Path.of(arguments[0]).resolve(schema.weightsFile());
            rename(file, schema.names());
        }
    }

    private static void rename(Path file, List<String> names) throws IOException {
        BoostedTrees trees;
        try (InputStream in = Files.newInputStream(file)) {
            trees = BoostedTrees.read(in);
        }
        for (int i = 0; i < Math.min(names.size(), trees.features().size()); i++) {
            String former = trees.features().get(i);
            if (!former.equals(names.get(i))) {
                System.out.println(file.getFileName() + ": " + former + " is " + names.get(i) + " now");
            }
        }
        trees.renamed(names).write(Files.newOutputStream(file));
    }
}
