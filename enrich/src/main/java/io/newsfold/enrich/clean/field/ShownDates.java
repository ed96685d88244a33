package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.field.FieldCandidates.Candidate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Settles the publication date where readers are shown another day than the surest metadata have. */
final class ShownDates {
    /** Origin of a date that readers see beside the headline. */
    static final String BESIDE_HEADLINE = "beside the headline";

    private static final String ADDRESS = "address";
    private static final int DAYS_APART = 2;

    /** Metadata that do not say of what they are the date: at times of the last change. */
    private static final Set<String> DATES_OF_ANYTHING = Set.of("meta date", "meta dc.date", "meta dcterms.date");

    private ShownDates() {}

    /**
     * The same candidates, and one that outweighs the metadata. That is the day in the address, if it is days before;
     * a shown day that other metadata of the page have, too; the day beside the headline where the metadata do not say
     * of what they are the date, or where it is days later, as the article was published anew; and a day with which
     * software exchanged the month. Updates are not among the candidates.
     */
    static FieldCandidates<OffsetDateTime> prefer(FieldCandidates<OffsetDateTime> published) {
        Optional<Candidate<OffsetDateTime>> best = published.bestCandidate().filter(ShownDates::isDeclared);
        if (best.isEmpty()) {
            return published;
        }
        Optional<OffsetDateTime> address = published.from(ADDRESS).filter(day -> isDaysBefore(day, best.get()));
        if (address.isPresent()) {
            return published.with(address.get(), ADDRESS, Confidence.DATE_OF_OLDER_ADDRESS);
        }
        boolean same =
                published.candidates().stream().filter(ShownDates::isShown).anyMatch(isSameDay(best.get()));
        Optional<Candidate<OffsetDateTime>> better = published.candidates().stream()
                .filter(candidate -> !same && isBetter(candidate, best.get(), published))
                .findFirst();
        return better.isEmpty()
                ? published
                : published.with(better.get().value(), better.get().from(), Confidence.DATE_SHOWN_OTHERWISE);
    }

    private static boolean isDaysBefore(OffsetDateTime day, Candidate<OffsetDateTime> best) {
        return day.plusDays(DAYS_APART).isBefore(best.value());
    }

    private static boolean isBetter(
            Candidate<OffsetDateTime> candidate,
            Candidate<OffsetDateTime> best,
            FieldCandidates<OffsetDateTime> published) {
        if (isDeclared(candidate)) {
            return false;
        }
        boolean agreed =
                published.candidates().stream().filter(ShownDates::isDeclared).anyMatch(isSameDay(candidate));
        boolean vague = DATES_OF_ANYTHING.contains(best.from());
        boolean later = best.value().plusDays(DAYS_APART).isBefore(candidate.value());
        boolean beside = candidate.from().equals(BESIDE_HEADLINE) && (vague || later);
        return beside || isShown(candidate) && agreed || isExchanged(candidate.value(), best.value());
    }

    private static boolean isExchanged(OffsetDateTime one, OffsetDateTime other) {
        return one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getDayOfMonth() != other.getDayOfMonth();
    }

    private static boolean isShown(Candidate<OffsetDateTime> candidate) {
        boolean below = candidate.confidence() >= Confidence.TIME_BELOW_HEADLINE.value();
        return candidate.from().equals(BESIDE_HEADLINE)
                || below && candidate.from().equals(DateElements.FROM);
    }

    private static boolean isDeclared(Candidate<OffsetDateTime> candidate) {
        return candidate.from().startsWith("meta ") || candidate.from().startsWith("json-ld");
    }

    private static Predicate<Candidate<OffsetDateTime>> isSameDay(Candidate<OffsetDateTime> other) {
        return candidate -> candidate.value().toLocalDate().equals(other.value().toLocalDate());
    }
}
