package io.newsfold.enrich.clean.field;

import io.newsfold.text.date.DateLocale;
import io.newsfold.text.date.Dates;
import io.newsfold.text.date.WrittenDate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds the dates in lines around and at the ends of a text to the candidates of its page. */
public final class TextDates {
    /** What follows a date that stands before the first sentence. */
    private static final Pattern END_OF_DATELINE = Pattern.compile("^\\s*(?:[)\\]]\\s*[.:]?|[–—:|]|-(?=\\s)).*");

    private static final int LONGEST_DATELINE = 60;
    private static final int LONGEST_PLACE = 25;

    private final PageFields fields;
    private final DateCollector dates;

    /** @param fetched no date can be later */
    public TextDates(PageFields fields, DateLocale locale, Instant fetched) {
        this.fields = fields;
        this.dates = new DateCollector(fields.published(), fields.modified(), locale, fetched);
    }

    /**
     * A line shortly above the text or at its beginning.
     *
     * @param before the line above it; null where there is none
     */
    public void addAbove(TextLine line, @Nullable TextLine before) {
        if (!line.isCaption()) {
            DateLines.add(line, before, "above the text", Confidence.DATE_ABOVE_TEXT, dates);
        }
    }

    /**
     * A line shortly below the text or at its end.
     *
     * @param before the line above it; null where there is none
     */
    public void addBelow(TextLine line, @Nullable TextLine before) {
        if (!line.isCaption()) {
            DateLines.add(line, before, "below the text", Confidence.DATE_BELOW_TEXT, dates);
        }
    }

    /** The date before the first sentence, with or without a place: "Marnstadt (3.4.2026). The ferry …". */
    public void addOpening(TextLine paragraph) {
        String text = paragraph.text();
        String start = text.substring(0, Math.min(LONGEST_DATELINE, text.length()));
        List<WrittenDate> written = Dates.findAll(start, dates.locale());
        if (!written.isEmpty()) {
            WrittenDate date = written.get(0);
            boolean early = date.start() <= LONGEST_PLACE;
            if (early && END_OF_DATELINE.matcher(text.substring(date.end())).matches()) {
                dates.addPublished(date, start, "dateline", Confidence.DATE_IN_DATELINE);
            }
        }
    }

    /** A line of the footer, if it says when the page was changed: "Last updated 3 April 2026". */
    public void addUpdate(TextLine line) {
        if (DateLabels.isUpdate(line.text()) && !line.isCaption()) {
            DateLines.add(line, null, "footer", Confidence.DATE_OF_UPDATE_SHOWN, dates);
        }
    }

    /** Whether a date of publication or change was found so far. */
    public boolean hasAny() {
        return dates.published().best().isPresent() || dates.modified().best().isPresent();
    }

    /** The fields of the page with these dates; an update that readers are shown counts where there is nothing else. */
    public PageFields fields() {
        FieldCandidates<OffsetDateTime> published = dates.published();
        FieldCandidates<OffsetDateTime> modified = dates.modified();
        if (published.best().isEmpty() && modified.best().isPresent()) {
            OffsetDateTime update = modified.best().get();
            published = published.with(update, "update", Confidence.DATE_OF_UPDATE_SHOWN);
        }
        return fields.withDates(published, modified);
    }
}
