package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Fields from what readers of a page see: the headline above the text, names and dates beside it, images with
 * captions.
 */
final class VisibleFields {
    private static final String FIRST_HEADING = "h1";
    private static final int LEAST_CHARS_IN_TITLE = 10;
    private static final double LEAST_SHARE_OF_TITLE = 0.4;
    private static final int LEAST_WORDS_OF_SOLE = 4;
    private static final int MOST_CHARS_OF_HEADLINE = 400;
    private static final int ABOVE = 8;
    private static final int ABOVE_WITH_DATES = 3;
    private static final int BELOW = 14;
    private static final int PROSE_WORDS = 30;
    private static final int DATE_WORDS = 12;
    private static final int NEXT_LINES = 5;
    private static final int MOST_IMAGES = 20;

    private final Document document;
    private final List<? extends TextLine> lines;
    private final PageElements elements;
    private final SiteNames site;
    private final FieldCollector collector;

    private VisibleFields(
            Document document,
            List<? extends TextLine> lines,
            PageElements elements,
            SiteNames site,
            FieldCollector collector) {
        this.document = document;
        this.lines = lines;
        this.elements = elements;
        this.site = site;
        this.collector = collector;
    }

    /**
     * Adds what readers see to {@code collector}, which has the page's metadata.
     *
     * @param lines of the page in reading order
     */
    static void read(
            Document document,
            List<? extends TextLine> lines,
            PageElements elements,
            SiteNames site,
            FieldCollector collector) {
        VisibleFields fields = new VisibleFields(document, lines, elements, site, collector);
        fields.readHeadings();
        HeadlineLines.read(document.title(), lines, site, collector);
        fields.readBesideHeadline();
        fields.readAuthors();
        DateElements.addAll(elements.headingsAndTimes, fields.headlineElement(), collector.dates());
        fields.readImages();
    }

    private void readHeadings() {
        List<Element> headings = elements.headingsAndTimes.stream()
                .filter(h -> h.normalName().equals(FIRST_HEADING) && !h.text().isBlank() && !site.has(h.text()))
                .toList();
        Set<String> topic = TextMeasures.longer(
                document.title() + " " + collector.declared().description());
        collector.headline().rivals().forEach(rival -> topic.addAll(TextMeasures.longer(rival)));
        String title = TextMeasures.bare(document.title());
        for (Element heading : headings) {
            Confidence confidence = confidence(heading.text(), headings.size() == 1, title, topic);
            collector.addHeadline(heading.text(), FIRST_HEADING, confidence);
        }
    }

    /**
     * How likely a first heading is the headline.
     *
     * @param sole whether it is the only one
     * @param title of the window, in its bare form
     * @param topic words of the title, the description and the headlines in the metadata
     */
    private static Confidence confidence(String heading, boolean sole, String title, Set<String> topic) {
        String bare = TextMeasures.bare(heading);
        boolean inTitle = bare.length() >= LEAST_CHARS_IN_TITLE && title.contains(bare);
        if (inTitle) {
            boolean most = bare.length() > title.length() * LEAST_SHARE_OF_TITLE;
            return most ? Confidence.HEADING_IN_TITLE : Confidence.HEADING_IN_TITLE_PARTLY;
        }
        if (!sole || TextMeasures.count(heading) < LEAST_WORDS_OF_SOLE) {
            return Confidence.ONE_OF_HEADINGS;
        }
        long shared =
                TextMeasures.longer(heading).stream().filter(topic::contains).count();
        return shared >= 2 ? Confidence.SOLE_HEADING_ON_TOPIC : Confidence.SOLE_HEADING;
    }

    /** The lines between the headline and the first paragraph, and a few above. */
    private void readBesideHeadline() {
        int headline = indexOfHeadline();
        if (headline < 0) {
            return;
        }
        boolean inCaption = lines.get(headline).isCaption(); // a page can hold all of its article in one
        int paragraphs = 0;
        int end = Math.min(lines.size(), headline + BELOW);
        for (int i = Math.max(0, headline - ABOVE); i < end; i++) {
            boolean below = i > headline;
            if (lines.get(i).words() <= PROSE_WORDS) {
                if (i != headline) {
                    readLine(i, below, i >= headline - ABOVE_WITH_DATES, inCaption);
                }
            } else if (below && ++paragraphs > 1) {
                return; // one may be a summary
            }
        }
    }

    /** Where the headline is among the lines, -1 where it is not. */
    private int indexOfHeadline() {
        String headline = TextMeasures.bare(collector.headline().best().orElse(""));
        for (int i = 0; i < lines.size() && !headline.isEmpty(); i++) {
            TextLine line = lines.get(i);
            if (line.text().length() < MOST_CHARS_OF_HEADLINE && line.bare().equals(headline)) {
                return i;
            }
        }
        return -1;
    }

    private void readLine(int at, boolean below, boolean near, boolean inCaption) {
        TextLine line = lines.get(at);
        if (below || near) {
            addDates(line, at == 0 ? null : lines.get(at - 1), below, inCaption);
        }
        Confidence confidence = below ? Confidence.BYLINE_BELOW_HEADLINE : Confidence.BYLINE_ABOVE_HEADLINE;
        String from = below ? ShownDates.BESIDE_HEADLINE : "near the headline";
        collector.addAuthors(Bylines.in(line.text()), from, confidence);
    }

    private void addDates(TextLine line, @Nullable TextLine before, boolean below, boolean inCaption) {
        if (line.isCaption() && !inCaption) {
            return; // when a picture was taken
        }
        boolean shown = below && line.words() <= DATE_WORDS;
        String from = shown ? ShownDates.BESIDE_HEADLINE : "near the headline";
        Confidence confidence = below ? Confidence.DATE_BELOW_HEADLINE : Confidence.DATE_ABOVE_HEADLINE;
        DateLines.add(line, before, from, confidence, collector.dates());
    }

    /** The first heading that is the headline; the only one where none is; null where several are not. */
    private @Nullable Element headlineElement() {
        String headline = TextMeasures.bare(collector.headline().best().orElse(""));
        List<Element> headings = elements.headingsAndTimes.stream()
                .filter(element -> element.normalName().equals(FIRST_HEADING))
                .toList();
        return headings.stream()
                .filter(heading -> TextMeasures.bare(heading.text()).equals(headline))
                .findFirst()
                .orElse(headings.size() == 1 ? headings.get(0) : null);
    }

    private void readAuthors() {
        int below = indexOfHeadline() + 1;
        int end = Math.min(lines.size(), below + NEXT_LINES);
        AuthorElements.read(elements, below == 0 ? List.of() : lines.subList(below, end), collector);
    }

    private void readImages() {
        for (Element figure : elements.figures.stream().limit(MOST_IMAGES).toList()) {
            Element image = figure.selectFirst("img");
            Element caption = figure.selectFirst("figcaption");
            if (image != null) {
                collector.addImage(image.attr("src"), caption == null ? null : caption.text());
            }
        }
    }
}
