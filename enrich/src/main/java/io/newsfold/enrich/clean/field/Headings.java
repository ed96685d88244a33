package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.field.FieldCandidates.Candidate;
import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.text.date.DateLocale;
import io.newsfold.text.date.Dates;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the headline of an article whose page does not say which it is: the heading above the text. */
public final class Headings {
    private static final int ABOVE = 12;
    private static final int LEAST_WORDS = 3;
    private static final int MOST_WORDS = 30;
    private static final double BETTER = 0.2;
    private static final int DATE_WORDS = 8;
    private static final int FIRST_LINES = 300;
    private static final double LEAST_FIT = 0.3;
    private static final Pattern NO_HEADLINE =
            Pattern.compile("[^\\p{L}\\p{N}\"'“‘«„»¿¡\\[$€£#@(].*|\\(.*\\).*|\\S+\\.\\S+");

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
        double fits = Stream.concat(Stream.of(title), SiteNames.parts(title).stream())
                        .filter(part -> part.equals(title) || TextMeasures.count(part) >= LEAST_WORDS)
                        .mapToDouble(part -> fit(part, body))
                        .max()
                        .orElse(0)
                + BETTER;
        Optional<String> best = Optional.empty();
        for (int i = Math.min(first, lines.size()) - 1; i >= Math.max(0, first - ABOVE); i--) {
            TextLine line = lines.get(i);
            boolean heading = line.words() >= LEAST_WORDS
                    && line.words() <= MOST_WORDS
                    && !line.endsLikeSentence()
                    && !line.isCaption()
                    && !NO_HEADLINE.matcher(line.text()).matches()
                    && Bylines.in(line.text()).isEmpty()
                    && !isDate(line);
            double bonus = line.isHeading() ? BETTER : 0;
            double fit = heading ? fit(line.text(), body) + bonus : 0;
            if (fit > fits) {
                fits = fit;
                best = Optional.of(line.text());
            }
        }
        return best;
    }

    /** The line that the mark-up calls a heading and that has most words in common with the paragraphs below it. */
    static Optional<String> marked(List<? extends TextLine> lines) {
        Optional<String> best = Optional.empty();
        double most = LEAST_FIT;
        for (int i = 0; i < Math.min(lines.size(), FIRST_LINES); i++) {
            TextLine line = lines.get(i);
            if (line.isHeading()
                    && line.words() >= 2
                    && line.words() <= MOST_WORDS
                    && !line.text().endsWith(":")) {
                Set<String> below = TextMeasures.longer(lines.subList(i + 1, Math.min(lines.size(), i + ABOVE)).stream()
                        .filter(TextLine::endsLikeSentence)
                        .map(TextLine::text)
                        .collect(Collectors.joining(" ")));
                double fit = fit(line.text(), below);
                best = fit > most ? Optional.of(line.text()) : best;
                most = Math.max(most, fit);
            }
        }
        return best;
    }

    private static boolean isDate(TextLine line) {
        return line.words() <= DATE_WORDS
                && !Dates.findAll(line.text(), DateLocale.UNKNOWN).isEmpty();
    }

    /**
     * Another headline of the same page: not a shorter or longer form of the best one, nothing cut, no name of a site.
     *
     * @param headlines the candidates for the headline
     */
    public static Optional<String> alternative(FieldCandidates<String> headlines) {
        String best = " " + TextMeasures.bare(headlines.best().orElse("")) + " ";
        Set<String> words = TextMeasures.longer(best);
        return headlines.candidates().stream()
                .filter(c -> c.confidence() >= Confidence.TITLE.value())
                .sorted(Comparator.comparingDouble((Candidate<String> c) -> c.confidence())
                        .reversed())
                .filter(c -> c.confidence() >= Confidence.META_OG_TITLE.value()
                        || TextMeasures.longer(c.value()).stream().anyMatch(words::contains))
                .map(Candidate::value)
                .filter(value -> isAnother(value, best))
                .findFirst();
    }

    private static boolean isAnother(String value, String best) {
        String bare = " " + TextMeasures.bare(value) + " ";
        boolean isSame = bare.replace(" ", "").equals(best.replace(" ", ""));
        boolean isCut = value.endsWith("…") || value.endsWith("...");
        return !isSame && !isCut && !bare.contains(best) && !best.contains(bare) && TextMeasures.count(value) >= 2;
    }

    /** The share of the longer words that the text has as well. */
    private static double fit(String line, Set<String> body) {
        Set<String> words = TextMeasures.longer(line);
        long shared = words.stream().filter(body::contains).count();
        return words.isEmpty() ? 0 : shared / (double) words.size();
    }
}
