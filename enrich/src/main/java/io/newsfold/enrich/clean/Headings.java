package io.newsfold.enrich.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The headline of an article whose page does not say what it is: the heading above the text, where it fits the text better than the title of the page. */
final class Headings {
    private static final int ABOVE = 12;
    private static final int LEAST_WORDS = 3;
    private static final int MOST_WORDS = 30;
    private static final double BETTER = 0.2;

    private Headings() {}

    /** @param blocks marked: what was kept is the text */
    static Optional<String> above(List<Block> blocks, String title) {
        int first = 0;
        while (first < blocks.size()
                && !(blocks.get(first).kept() && blocks.get(first).endsLikeSentence())) {
            first++;
        }
        Set<String> body = TextMeasures.longer(blocks.stream()
                .filter(b -> b.kept() && b.words() > MOST_WORDS / 2)
                .map(Block::text)
                .collect(Collectors.joining(" ")));
        double fits = fit(title, body) + BETTER;
        Optional<String> best = Optional.empty();
        for (int i = Math.min(first, blocks.size()) - 1; i >= Math.max(0, first - ABOVE); i--) {
            Block block = blocks.get(i);
            boolean heading = block.words() >= LEAST_WORDS
                    && block.words() <= MOST_WORDS
                    && !block.endsLikeSentence()
                    && block.kind() != Block.Kind.CAPTION;
            double fit = heading ? fit(block.text(), body) + (block.kind() == Block.Kind.HEADING ? BETTER : 0) : 0;
            if (fit > fits) {
                fits = fit;
                best = Optional.of(block.text());
            }
        }
        return best;
    }

    /** The share of the longer words that the text has as well. */
    private static double fit(String line, Set<String> body) {
        Set<String> words = TextMeasures.longer(line);
        long shared = words.stream().filter(body::contains).count();
        return words.isEmpty() ? 0 : shared / (double) words.size();
    }
}
