package io.newsfold.enrich.clean.field;

import io.newsfold.text.date.DateLocale;
import io.newsfold.text.date.Dates;
import io.newsfold.text.date.WrittenDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Dates in elements that are made for them: times, abbreviations, and elements whose names speak of a date. */
final class DateElements {
    private static final String FIRST_HEADING = "h1";
    private static final String PROPERTY = "itemprop";
    static final String FROM = "time element";
    private static final int MOST_CHARS = 100;
    private static final int MOST_UNREAD_CHARS = 30;
    private static final int MOST_CHILDREN = 8;
    private static final int LINK_TEXT = 25;
    private static final int LEAST_CHARS = 4;
    private static final Set<String> DATE_NAMES = Set.of(
            "time",
            "datum",
            "fecha",
            "data",
            "posted",
            "timestamp",
            "tarih",
            "created",
            "datetime",
            "timeago",
            "pubdate",
            "submitted",
            "updated",
            "modified",
            "published");
    private static final Set<String> NO_DATES = Set.of("candidate", "validate", "mandate", "dateline");

    /** Parts of a page that are about something else than its article, by their tags. */
    private static final Set<String> OTHER_PARTS = Set.of("aside", "nav", "figure", "figcaption", "form");

    private static final Pattern OTHER_NAMES = Pattern.compile(
            "(?:^|[^a-z])(?:related|teasers?|comments?|sidebar|recommend\\w*|caption|widget|popular|recent|latest|"
                    + "carousel|slider|footer|copyright|calendar|events?|most|trending|replies|reply|promo|"
                    + "similar|archive|feed|ticker|more)(?:[^a-z]|$)");

    private DateElements() {}

    /** Whether an element with attributes is made for a date, by its tag and its attributes alone. */
    static boolean isCandidate(Element element) {
        String tag = element.normalName();
        if (tag.equals("time") || element.attr(PROPERTY).startsWith("date")) {
            return true;
        }
        if (tag.equals("meta") || tag.equals("body") || tag.equals("html") || tag.equals("input")) {
            return false;
        }
        return (hasDateName(element.className()) || hasDateName(element.id()))
                && element.childrenSize() <= MOST_CHILDREN;
    }

    private static boolean hasDateName(String names) {
        String lower = names.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int end = 0; end <= lower.length(); end++) {
            if (end == lower.length() || lower.charAt(end) < 'a' || lower.charAt(end) > 'z') {
                if (end - start >= LEAST_CHARS && isDateName(lower.substring(start, end))) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    private static boolean isDateName(String name) {
        boolean date = name.startsWith("date") || name.endsWith("date") || name.startsWith("publish");
        return DATE_NAMES.contains(name) || date && !NO_DATES.contains(name);
    }

    /** @param headingsAndDates first headings and candidates, in the order of the page */
    static void addAll(List<Element> headingsAndDates, @Nullable Element headline, DateCollector dates) {
        boolean below = false;
        boolean found = false;
        for (Element element : headingsAndDates) {
            if (element.normalName().equals(FIRST_HEADING)) {
                below = below || headline == null || element.equals(headline);
            } else if (isOfArticle(element, headline)) {
                found |= add(element, below, found, dates) && below;
            }
        }
    }

    /** Whether nothing around the element, up to what holds the headline, too, is about another text. */
    private static boolean isOfArticle(Element element, @Nullable Element headline) {
        Element around = element;
        while (around != null && !around.normalName().equals("body")) {
            if (headline != null
                    && (around.equals(headline) || headline.parents().contains(around))) {
                return true;
            }
            String tag = around.normalName();
            boolean other = OTHER_PARTS.contains(tag)
                    || tag.equals("article") && headline != null
                    || tag.equals("a")
                            && around.text().length() - element.text().length() > LINK_TEXT
                    || tag.equals("li") && hasLink(around)
                    || OTHER_NAMES
                            .matcher((around.className() + " " + around.id()).toLowerCase(Locale.ROOT))
                            .find();
            if (other) {
                return false;
            }
            around = around.parent();
        }
        return true;
    }

    private static boolean hasLink(Element item) {
        return item.select("a[href]").stream().anyMatch(link -> link.text().length() > LINK_TEXT - 10);
    }

    /**
     * Adds the dates of an element; returns whether it has a readable one.
     *
     * @param another whether an element below the headline had one before: this one can be a reader's comment
     */
    private static boolean add(Element element, boolean below, boolean another, DateCollector dates) {
        String text = element.text();
        if (text.length() > MOST_CHARS) {
            return false;
        }
        Confidence confidence = another ? Confidence.TIME_BELOW_HEADLINE : confidence(element, below);
        Optional<String> machine = machineDate(element);
        List<WrittenDate> shown = Dates.findAll(text, dates.locale());
        boolean modified = isModified(element, text);
        if (machine.isPresent()) {
            addText(machine.get(), modified, confidence, dates);
        }
        boolean several = shown.size() > 1;
        if (several || machine.isEmpty() && !shown.isEmpty()) {
            DateLines.addAll(text, several || !modified ? shown : List.of(), FROM, confidence, dates);
            if (!several && modified) {
                dates.addModified(shown.get(0), text, FROM, confidence);
            }
        }
        if (machine.isEmpty() && shown.isEmpty() && below && mayBeDate(element, text)) {
            dates.addUnread(text, FROM);
        }
        return machine.isPresent() || !shown.isEmpty();
    }

    /** Whether a text that cannot be read stands where dates stand: "2 hours ago". */
    private static boolean mayBeDate(Element element, String text) {
        boolean relative = text.length() <= MOST_UNREAD_CHARS && text.chars().anyMatch(Character::isDigit);
        return !text.isBlank() && (relative || element.normalName().equals("time"));
    }

    private static void addText(String text, boolean modified, Confidence confidence, DateCollector dates) {
        if (modified) {
            dates.addModified(text, FROM, confidence);
        } else {
            dates.addPublished(text, FROM, confidence);
        }
    }

    private static boolean isModified(Element element, String text) {
        return element.attr(PROPERTY).equals("dateModified")
                || element.className().toLowerCase(Locale.ROOT).contains("updated")
                        && !element.className().toLowerCase(Locale.ROOT).contains("published")
                || element.className().toLowerCase(Locale.ROOT).contains("modified")
                || DateLabels.isUpdate(text);
    }

    /** What an attribute of the element, or of a time or an abbreviation in it, says for machines. */
    private static Optional<String> machineDate(Element element) {
        for (String attribute : List.of("datetime", "content", "title")) {
            String value = element.attr(attribute).strip();
            boolean dated = !value.isEmpty()
                    && value.length() <= MOST_CHARS
                    && value.chars().anyMatch(Character::isDigit);
            if (dated
                    && (!attribute.equals("title")
                            || Dates.parse(value, DateLocale.UNKNOWN).isPresent())) {
                return Optional.of(value);
            }
        }
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().startsWith("data-")
                    && Dates.epoch(attribute.getValue()).isPresent()) {
                return Optional.of(attribute.getValue());
            }
        }
        return Optional.empty();
    }

    private static Confidence confidence(Element element, boolean below) {
        if (element.hasAttr("pubdate") || element.attr(PROPERTY).equals("datePublished")) {
            return Confidence.TIME_MARKED_PUBLISHED;
        }
        return below ? Confidence.TIME_BELOW_HEADLINE : Confidence.TIME_ABOVE_HEADLINE;
    }
}
