package io.newsfold.lab.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What passages of a page say of its blocks. A passage speaks for a block that has it where it is long or most of the
 * block, and a wanted one only where no other block has it.
 *
 * @param labels by block: whether it is part of the article
 * @param weights by block: 0 where no passage speaks for it, or passages of both kinds do
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record KnownPassages(boolean[] labels, double[] weights) {
    private static final double WEIGHT = 0.06;
    private static final int SHORTEST = 4;
    private static final int LONG = 25;

    static KnownPassages of(List<Block> blocks, JsonNode wanted, JsonNode others) {
        KnownPassages known = new KnownPassages(new boolean[blocks.size()], new double[blocks.size()]);
        for (JsonNode passage : wanted) {
            int[] found = find(blocks, TextMeasures.bare(passage.asText()));
            if (found.length == 1) {
                known.labels[found[0]] = true;
                known.weights[found[0]] = WEIGHT;
            }
        }
        for (JsonNode passage : others) {
            for (int i : find(blocks, TextMeasures.bare(passage.asText()))) {
                known.weights[i] = known.labels[i] ? 0 : WEIGHT;
            }
        }
        return known;
    }

    private static int[] find(List<Block> blocks, String passage) {
        if (passage.length() < SHORTEST) {
            return new int[0];
        }
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).bare().contains(passage))
                .filter(i -> passage.length() >= LONG
                        || 2 * passage.length() > blocks.get(i).bare().length())
                .toArray();
    }
}
