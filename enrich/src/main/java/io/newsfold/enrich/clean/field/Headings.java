package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the headline of an article whose page does not say which it is: the heading above the text. */
public final class Headings {
    private static final int ABOVE = 12;
    private static final int LEAST_WORDS = 3;
    private static final int MOST_WORDS = 30;
    private static final double BETTER = 0.2;

    private Headings() {}

    /**
     * The heading above the text that fits it better than the title.
     *
     * @param lines in reading order; those that are kept are the text
     */
    public static Optional<String> above(List<? extends TextLine> lines, String title) {
        int first = 0;
        while (first < lines.size()
                && !(lines.get(first).kept() && lines.get(first).endsLikeSentence())) {
            first++;
        }
        Set<String> body = TextMeasures.longer(lines.stream()
                .filter(b -> b.kept() && b.words() > MOST_WORDS / 2)
                .map(TextLine::text)
                .collect(Collectors.joining(" ")));
        double fits = fit(title, body) + BETTER;
        Optional<String> best = Optional.empty();
        for (int i = Math.min(first, lines.size()) - 1; i >= Math.max(0, first - ABOVE); i--) {
            TextLine line = lines.get(i);
            boolean heading = line.words() >= LEAST_WORDS
                    && line.words() <= MOST_WORDS
                    && !line.endsLikeSentence()
                    && !line.isCaption();
            double bonus = line.isHeading() ? BETTER : 0;
            double fit = heading ? fit(line.text(), body) + bonus : 0;
            if (fit > fits) {
                fits = fit;
                best = Optional.of(line.text());
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
