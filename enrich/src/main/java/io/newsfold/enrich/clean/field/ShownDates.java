package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.field.FieldCandidates.Candidate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Settles the publication date where readers are shown another day than the surest metadata have. */
final class ShownDates {
    private static final int DAYS_APART = 2;

    private ShownDates() {}

    /**
     * The same candidates, and the one that outweighs them: a day beside the headline, not called an update, that
     * other metadata of the page have, too, or one days after the metadata: the article was published anew.
     */
    static FieldCandidates<OffsetDateTime> prefer(FieldCandidates<OffsetDateTime> published) {
        List<Candidate<OffsetDateTime>> shown =
                published.candidates().stream().filter(ShownDates::isShown).toList();
        Optional<OffsetDateTime> best = published.best();
        if (shown.isEmpty() || best.isEmpty() || shown.stream().anyMatch(c -> isSameDay(c.value(), best.get()))) {
            return published;
        }
        OffsetDateTime first = shown.get(0).value();
        boolean agreed = published.candidates().stream()
                .anyMatch(c -> isDeclared(c.from()) && isSameDay(c.value(), first));
        boolean later = best.get().plusDays(DAYS_APART).isBefore(first);
        return agreed || later
                ? published.with(first, shown.get(0).from(), Confidence.DATE_SHOWN_OTHERWISE)
                : published;
    }

    private static boolean isShown(Candidate<OffsetDateTime> candidate) {
        return candidate.from().equals(PageFields.BESIDE_HEADLINE);
    }

    private static boolean isDeclared(String from) {
        return from.startsWith("meta ") || from.startsWith("json-ld");
    }

    private static boolean isSameDay(OffsetDateTime one, OffsetDateTime other) {
        return one.toLocalDate().equals(other.toLocalDate());
    }
}
