package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.field.FieldCandidates.Candidate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Settles the publication date where readers are shown another day than the surest metadata have. */
final class ShownDates {
    private static final int DAYS_APART = 2;

    /** Metadata that do not say of what they are the date: at times of the last change. */
    private static final Set<String> DATES_OF_ANYTHING = Set.of("meta date", "meta dc.date", "meta dcterms.date");

    private ShownDates() {}

    /**
     * The same candidates, and a shown one that outweighs them: a day that other metadata of the page have, too, or a
     * day beside the headline where the metadata do not say of what they are the date, or where it is days later, as
     * the article was published anew. Updates are not among the candidates.
     */
    static FieldCandidates<OffsetDateTime> prefer(FieldCandidates<OffsetDateTime> published) {
        List<Candidate<OffsetDateTime>> shown =
                published.candidates().stream().filter(ShownDates::isShown).toList();
        Optional<Candidate<OffsetDateTime>> best = published.bestCandidate();
        if (best.isEmpty() || !isDeclared(best.get()) || shown.stream().anyMatch(isSameDay(best.get()))) {
            return published;
        }
        Optional<Candidate<OffsetDateTime>> better = shown.stream()
                .filter(candidate -> isBetter(candidate, best.get(), published))
                .findFirst();
        return better.isEmpty()
                ? published
                : published.with(better.get().value(), better.get().from(), Confidence.DATE_SHOWN_OTHERWISE);
    }

    private static boolean isBetter(
            Candidate<OffsetDateTime> shown,
            Candidate<OffsetDateTime> best,
            FieldCandidates<OffsetDateTime> published) {
        boolean agreed = published.candidates().stream()
                .filter(ShownDates::isDeclared)
                .anyMatch(isSameDay(shown));
        boolean beside = shown.from().equals(PageFields.BESIDE_HEADLINE);
        boolean vague = DATES_OF_ANYTHING.contains(best.from());
        boolean later = best.value().plusDays(DAYS_APART).isBefore(shown.value());
        return agreed || beside && (vague || later);
    }

    private static boolean isShown(Candidate<OffsetDateTime> candidate) {
        boolean below = candidate.confidence() >= Confidence.TIME_BELOW_HEADLINE.value();
        return candidate.from().equals(PageFields.BESIDE_HEADLINE)
                || below && candidate.from().equals(DateElements.FROM);
    }

    private static boolean isDeclared(Candidate<OffsetDateTime> candidate) {
        return candidate.from().startsWith("meta ") || candidate.from().startsWith("json-ld");
    }

    private static Predicate<Candidate<OffsetDateTime>> isSameDay(Candidate<OffsetDateTime> other) {
        return candidate ->
                candidate.value().toLocalDate().equals(other.value().toLocalDate());
    }
}
