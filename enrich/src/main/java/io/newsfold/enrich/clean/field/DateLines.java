package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.text.date.Dates;
import io.newsfold.text.date.WrittenDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in lines that say when an article was published or changed, and hardly anything else. */
final class DateLines {
    private static final int LONGEST_LINE = 160;
    private static final Pattern SEPARATORS = Pattern.compile("[|/·⋅•∙]");
    private static final double MOST_LINKED = 0.4;
    private static final int LABEL_WORDS = 3;
    private static final int NAME_WORDS = 4; // "by Ann Brook on"
    private static final int OTHER_WORDS = 7;
    private static final int OTHER_WORDS_OF_LABELLED = 14;
    private static final int OTHER_WORDS_OF_SENTENCE = 3;

    private DateLines() {}

    /**
     * Adds the dates of a line that is about them, as publication or as change.
     *
     * @param before the line above, which can be the label of a date that stands alone; null where there is none
     */
    static void add(TextLine line, @Nullable TextLine before, String from, Confidence confidence, DateCollector dates) {
        String text = line.text();
        if (text.length() > LONGEST_LINE) {
            return;
        }
        List<WrittenDate> written = Dates.findAll(text, dates.locale());
        if (!written.isEmpty() && isAboutDates(line, written)) {
            boolean alone = written.get(0).start() == 0;
            String label = before != null && alone && isLabel(before, line) ? before.text() + " " : "";
            addAll(label, text, written, from, confidence, dates);
        }
    }

    /** Whether a line says what the date in the next one is: "Joined:", or the term before a definition. */
    private static boolean isLabel(TextLine before, TextLine line) {
        return before.words() <= LABEL_WORDS && (before.text().endsWith(":") || line.isItem());
    }

    /** Adds dates of a text, each by the words before it, the last one also by the words behind it. */
    static void addAll(
            String text, List<WrittenDate> written, String from, Confidence confidence, DateCollector dates) {
        addAll("", text, written, from, confidence, dates);
    }

    private static void addAll(
            String above,
            String text,
            List<WrittenDate> written,
            String from,
            Confidence confidence,
            DateCollector dates) {
        int before = 0;
        for (WrittenDate date : written) {
            boolean only = written.size() == 1;
            String beside = only ? text : text.substring(before, date.start());
            String label = before == 0 ? above + beside : beside;
            if (DateLabels.isOfSomethingElse(label)) {
                before = date.end();
                continue;
            }
            if (DateLabels.isUpdate(label)) {
                dates.addModified(date, text, from, confidence);
            } else {
                dates.addPublished(date, text, from, confidence);
            }
            before = date.end();
        }
    }

    /** Whether separators part a line into names and labels: "Ann Brook / Photo: Agency /" holds no headline. */
    private static boolean isInShortParts(String others) {
        String[] parts = SEPARATORS.split(others.strip());
        for (String part : parts) {
            if (TextMeasures.count(part) > NAME_WORDS) {
                return false;
            }
        }
        return parts.length > 1;
    }

    private static boolean isAboutDates(TextLine line, List<WrittenDate> written) {
        String text = line.text();
        StringBuilder others = new StringBuilder();
        int before = 0;
        for (WrittenDate date : written) {
            others.append(text, before, date.start()).append(' ');
            before = date.end();
        }
        others.append(text.substring(before));
        int words = TextMeasures.count(others.toString());
        if (line.isHeading()) {
            return words == 0;
        }
        if (!line.isItem() && isInShortParts(others.toString())) {
            return words <= OTHER_WORDS_OF_LABELLED;
        }
        boolean linked = line.linkShare() >= MOST_LINKED && words > (line.isItem() ? 0 : NAME_WORDS);
        if (linked) {
            return false; // the headline of another text
        }
        if (DateLabels.isUpdate(others.toString()) || DateLabels.isPublication(others.toString())) {
            return words <= (line.endsLikeSentence() ? OTHER_WORDS : OTHER_WORDS_OF_LABELLED);
        }
        return words <= (line.endsLikeSentence() ? OTHER_WORDS_OF_SENTENCE : OTHER_WORDS);
    }
}
