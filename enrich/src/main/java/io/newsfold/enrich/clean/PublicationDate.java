package io.newsfold.enrich.clean;

import io.newsfold.contract.Flag;
import io.newsfold.enrich.clean.field.Confidence;
import io.newsfold.enrich.clean.field.FieldCandidates;
import io.newsfold.enrich.clean.field.FieldCandidates.Unread;
import io.newsfold.text.date.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The publication date that was chosen among its candidates.
 *
 * @param date null where none was found or the best one is implausible
 * @param flags doubts about it
 */
record PublicationDate(@Nullable OffsetDateTime date, Set<Flag> flags) {
    private static final int HOURS_APART = 48;

    static PublicationDate of(FieldCandidates<OffsetDateTime> dates, Instant fetched) {
        Optional<OffsetDateTime> surest = dates.best();
        if (surest.isEmpty()) {
            return new PublicationDate(null, flagsOfUnread(dates.unread()));
        }
        FieldCandidates<OffsetDateTime> plausible = dates.without(date -> !Dates.isPlausible(date, fetched));
        Optional<OffsetDateTime> best = plausible.best();
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        boolean impossible = dates.rivals().stream()
                .anyMatch(rival ->
                        !Dates.isPlausible(rival, fetched) && dates.isAsSure(rival, Confidence.META_PUBLISHED.value()));
        if (impossible || !best.equals(surest)) {
            flags.add(Flag.DATE_IMPLAUSIBLE);
        }
        if (best.isEmpty()) {
            return new PublicationDate(null, flags);
        }
        boolean conflict = plausible.rivals().stream()
                .anyMatch(rival -> plausible.isAsSure(rival, Confidence.FIRM) && isFar(rival, best.get()));
        if (conflict) {
            flags.add(Flag.DATE_CONFLICT);
        }
        return new PublicationDate(Dates.mostExact(best.get(), plausible.rivals()), flags);
    }

    private static Set<Flag> flagsOfUnread(List<Unread> unread) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        unread.forEach(text -> flags.add(text.ambiguous() ? Flag.DATE_AMBIGUOUS : Flag.DATE_UNREADABLE));
        return flags;
    }

    private static boolean isFar(OffsetDateTime one, OffsetDateTime other) {
        return Math.abs(Duration.between(one, other).toHours()) > HOURS_APART;
    }
}
