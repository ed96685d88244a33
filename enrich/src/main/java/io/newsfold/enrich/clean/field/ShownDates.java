package io.newsfold.enrich.clean.field;

import io.newsfold.text.date.Dates;
import io.newsfold.text.date.WrittenDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Dates that readers of a page see: in lines beside the headline and in time elements. */
final class ShownDates {
    private static final Pattern UPDATED = Pattern.compile("(?i)\\b(?:updated|modified|last update|aktualisiert)\\b");
    private static final String FIRST_HEADING = "h1";
    private static final String PROPERTY = "itemprop";
    private static final int DATE_WORDS = 12;

    private ShownDates() {}

    /** @param below whether the line stands below the headline */
    static void addLine(TextLine line, boolean below, DateCollector dates) {
        boolean shown = below && line.words() <= DATE_WORDS;
        String from = shown ? PageFields.BESIDE_HEADLINE : "near the headline";
        Confidence confidence = below ? Confidence.DATE_BELOW_HEADLINE : Confidence.DATE_ABOVE_HEADLINE;
        for (WrittenDate date : Dates.findAll(line.text(), dates.locale())) {
            if (UPDATED.matcher(line.text()).find()) {
                dates.addModified(date, line.text(), from, confidence);
            } else {
                dates.addPublished(date, line.text(), from, confidence);
            }
        }
    }

    /** @param headingsAndTimes in the order of the page */
    static void addTimes(List<Element> headingsAndTimes, DateCollector dates) {
        boolean below = false;
        for (Element element : headingsAndTimes) {
            if (element.normalName().equals(FIRST_HEADING)) {
                below = true;
            } else {
                addTime(element, below, dates);
            }
        }
    }

    private static void addTime(Element time, boolean below, DateCollector dates) {
        boolean modified = time.attr(PROPERTY).equals("dateModified")
                || time.className().toLowerCase(Locale.ROOT).contains("updated");
        String from = "time element";
        if (modified) {
            dates.addModified(timeOf(time), from, confidence(time, below));
        } else {
            dates.addPublished(timeOf(time), from, confidence(time, below));
        }
    }

    private static Confidence confidence(Element time, boolean below) {
        if (time.hasAttr("pubdate") || time.attr(PROPERTY).equals("datePublished")) {
            return Confidence.TIME_MARKED_PUBLISHED;
        }
        return below ? Confidence.TIME_BELOW_HEADLINE : Confidence.TIME_ABOVE_HEADLINE;
    }

    private static String timeOf(Element time) {
        for (String attribute : List.of("datetime", "content")) {
            if (time.hasAttr(attribute)) {
                return time.attr(attribute);
            }
        }
        return time.text();
    }
}
