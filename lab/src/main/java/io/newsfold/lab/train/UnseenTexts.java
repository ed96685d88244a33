package io.newsfold.lab.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.BlockProbabilities;
import io.newsfold.enrich.clean.body.BlockSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the texts that models and rules choose on samples that the models have not seen, for scoring. */
final class UnseenTexts {
    private UnseenTexts() {}

    /**
     * Writes {@code SET.jsonl} for each set, with {@code id}, {@code file} and {@code articleBody} of each sample.
     *
     * @param probabilities of the blocks, by sample
     */
    static void write(List<BodySample> samples, double[][] probabilities, Path folder) throws IOException {
        Map<String, StringBuilder> bySet = new TreeMap<>();
        for (int k = 0; k < samples.size(); k++) {
            BodySample sample = samples.get(k);
            List<Block> judged = BlockProbabilities.judged(sample.blocks(), sample.features(), probabilities[k]);
            String body = BlockSelection.of(judged, sample.headline()).stream()
                    .filter(Block::kept)
                    .map(Block::text)
                    .collect(Collectors.joining("\n\n"));
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("id", sample.id()).put("file", sample.id()).put("articleBody", body);
            bySet.computeIfAbsent(sample.set(), set -> new StringBuilder())
                    .append(line)
                    .append('\n');
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, StringBuilder> set : bySet.entrySet()) {
            Files.writeString(folder.resolve(set.getKey() + ".jsonl"), set.getValue());
        }
    }
}
