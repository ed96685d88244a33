package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds headlines that no first heading marks: lines that the title of the window repeats, and lesser headings. */
final class HeadlineLines {
    private static final int MOST_PARTS = 10;
    private static final int MOST_CHARS = 400;
    private static final double LEAST_SHARE = 0.4;
    private static final double MOST_OF_TITLE = 0.6;

    /** At the end of a title they hold the paper, the place or the kind of the article. */
    private static final Pattern BRACKETS = Pattern.compile("\\s*[\\[(][^\\[\\]()]{1,60}[\\])]\\s*$");

    private HeadlineLines() {}

    /**
     * Adds to {@code collector} what it does not have yet.
     *
     * @param title of the window
     * @param lines of the page in reading order
     */
    static void read(String title, List<? extends TextLine> lines, SiteNames site, FieldCollector collector) {
        addLineOf(title, lines, site, collector);
        collector.headline().best().ifPresent(best -> addLineOf(best, lines, site, collector));
        if (collector.headline().confidence() < Confidence.ONE_OF_HEADINGS.value()) {
            List<? extends TextLine> headings = lines.stream()
                    .filter(line -> !line.isHeading() || !site.has(line.text()))
                    .toList();
            Headings.marked(headings)
                    .ifPresent(heading ->
                            collector.addHeadline(heading, "heading above the text", Confidence.HEADING_ABOVE_TEXT));
        }
    }

    /** Adds the longest line that is a part of the title, as titles have site and section beside the headline. */
    private static void addLineOf(
            String title, List<? extends TextLine> lines, SiteNames site, FieldCollector collector) {
        Set<String> ranges = ranges(title, site);
        ranges.addAll(ranges(BRACKETS.matcher(title).replaceFirst(""), site));
        TextLine best = null;
        for (TextLine line : ranges.isEmpty() ? List.<TextLine>of() : lines) {
            boolean isBetter = best == null || line.words() > best.words();
            if (isBetter && line.text().length() < MOST_CHARS && ranges.contains(line.bare())) {
                best = line;
            }
        }
        if (best != null) {
            boolean isMost = best.words() >= TextMeasures.count(title) * MOST_OF_TITLE;
            Confidence confidence = isMost ? Confidence.LINE_IN_TITLE : Confidence.LINE_IN_TITLE_PARTLY;
            collector.addHeadline(best.text(), "line in the title", confidence);
        }
    }

    /** The parts of the title, and parts in a row, that are long enough to be its headline; in their bare form. */
    private static Set<String> ranges(String title, SiteNames site) {
        List<String> parts = SiteNames.parts(title);
        int longest = parts.stream().mapToInt(TextMeasures::count).max().orElse(0);
        int all = TextMeasures.count(title);
        Set<String> ranges = new HashSet<>();
        for (int from = 0; from < Math.min(parts.size(), MOST_PARTS); from++) {
            for (int to = from + 1; to <= Math.min(parts.size(), MOST_PARTS); to++) {
                String range = parts.subList(from, to).stream().collect(Collectors.joining(" "));
                int words = TextMeasures.count(range);
                if (words >= 2 && (words >= longest || words >= all * LEAST_SHARE) && !site.has(range)) {
                    ranges.add(TextMeasures.bare(range));
                }
            }
        }
        return ranges;
    }
}
