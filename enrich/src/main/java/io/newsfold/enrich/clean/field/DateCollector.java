package io.newsfold.enrich.clean.field;

import io.newsfold.text.date.Dates;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Collects candidates for the dates of an article. Confined to one reader. */
final class DateCollector {
    private FieldCandidates<OffsetDateTime> published;
    private FieldCandidates<OffsetDateTime> modified;

    /** Begins with what was found before. */
    DateCollector(FieldCandidates<OffsetDateTime> published, FieldCandidates<OffsetDateTime> modified) {
        this.published = published;
        this.modified = modified;
    }

    FieldCandidates<OffsetDateTime> published() {
        return published;
    }

    FieldCandidates<OffsetDateTime> modified() {
        return modified;
    }

    /** @param text nothing is added for null or where it is no date; returns whether something was added */
    boolean addPublished(@Nullable String text, String from, Confidence confidence) {
        FieldCandidates<OffsetDateTime> before = published;
        published = with(published, text, from, confidence);
        return !published.equals(before);
    }

    void addPublished(OffsetDateTime date, String from, Confidence confidence) {
        published = published.with(date, from, confidence);
    }

    void addModified(@Nullable String text, String from, Confidence confidence) {
        modified = with(modified, text, from, confidence);
    }

    void addModified(OffsetDateTime date, String from, Confidence confidence) {
        modified = modified.with(date, from, confidence);
    }

    private static FieldCandidates<OffsetDateTime> with(
            FieldCandidates<OffsetDateTime> dates, @Nullable String text, String from, Confidence confidence) {
        return text == null
                ? dates
                : Dates.parse(text)
                        .map(date -> dates.with(date, from, confidence))
                        .orElse(dates);
    }
}
