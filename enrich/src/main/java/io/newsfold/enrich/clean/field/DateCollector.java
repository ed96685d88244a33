package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.field.FieldCandidates.Unread;
import io.newsfold.text.date.DateLocale;
import io.newsfold.text.date.Dates;
import io.newsfold.text.date.InstantParser;
import io.newsfold.text.date.WrittenDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects candidates for the dates of an article, and decides in the end which is the day of 04/05/2025. Confined to
 * one reader.
 */
final class DateCollector {
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final int MOST_MINUTES = 14 * 60;
    private static final int QUARTER = 15;
    /** No day: what is only a year or a month is no date of an article. */
    private static final Pattern YEAR_OR_MONTH = Pattern.compile("\\d{4}(?:-?\\d{2})?");

    private final DateLocale locale;
    private final Instant fetched;
    private final List<Found> found = new ArrayList<>();
    private final FieldCandidates<OffsetDateTime> publishedBefore;
    private final FieldCandidates<OffsetDateTime> modifiedBefore;
    private final List<Unread> unread = new ArrayList<>();

    /** Begins with what was found before. */
    DateCollector(
            FieldCandidates<OffsetDateTime> published,
            FieldCandidates<OffsetDateTime> modified,
            DateLocale locale,
            Instant fetched) {
        this.publishedBefore = published;
        this.modifiedBefore = modified;
        this.locale = locale;
        this.fetched = fetched;
    }

    /** A date with its place and what it is the date of. */
    private record Found(boolean published, WrittenDate date, String text, String from, double confidence) {}

    DateLocale locale() {
        return locale;
    }

    /** @param text nothing is added for null or where it is no date; returns whether something was added */
    boolean addPublished(@Nullable String text, String from, Confidence confidence) {
        return add(true, text, from, confidence);
    }

    /** As {@link #addPublished}, for what feeds and manifests say, in the short forms that they may use, too. */
    boolean addDelivered(@Nullable String text, String from, Confidence confidence) {
        Optional<Instant> instant = Optional.ofNullable(text)
                .filter(t -> !YEAR_OR_MONTH.matcher(t.strip()).matches())
                .flatMap(InstantParser::instant);
        if (text == null || instant.isEmpty() || Dates.parse(text, locale).isPresent()) {
            return add(true, text, from, confidence);
        }
        WrittenDate date = written(instant.get().atOffset(ZoneOffset.UTC));
        return found.add(new Found(true, date, text, from, confidence.value()));
    }

    void addModified(@Nullable String text, String from, Confidence confidence) {
        add(false, text, from, confidence);
    }

    void addPublished(WrittenDate date, String text, String from, Confidence confidence) {
        found.add(new Found(true, date, text, from, confidence.value()));
    }

    void addModified(WrittenDate date, String text, String from, Confidence confidence) {
        found.add(new Found(false, date, text, from, confidence.value()));
    }

    /** Whether a publication date was added. */
    boolean hasPublished() {
        return found.stream().anyMatch(Found::published);
    }

    /** Notes a text that stands in the place of the publication date and cannot be read. */
    void addUnread(String text, String from) {
        unread.add(new Unread(text, from, false));
    }

    private boolean add(boolean published, @Nullable String text, String from, Confidence confidence) {
        if (text == null || text.isBlank()) {
            return false;
        }
        Optional<WrittenDate> date = read(text.strip());
        if (date.isPresent()) {
            found.add(new Found(published, date.get(), text, from, confidence.value()));
        } else if (published) {
            unread.add(new Unread(text, from, false));
        }
        return date.isPresent();
    }

    private Optional<WrittenDate> read(String text) {
        return Dates.parse(text, locale)
                .or(() -> Dates.epoch(text).map(DateCollector::written))
                .or(() -> Dates.findAll(text, locale).stream().findFirst());
    }

    private static WrittenDate written(OffsetDateTime date) {
        return new WrittenDate(date.toLocalDate(), null, date.toLocalTime(), date.getOffset(), 0, 0);
    }

    FieldCandidates<OffsetDateTime> published() {
        return candidates(publishedBefore, true);
    }

    FieldCandidates<OffsetDateTime> modified() {
        return candidates(modifiedBefore, false);
    }

    private FieldCandidates<OffsetDateTime> candidates(FieldCandidates<OffsetDateTime> before, boolean published) {
        FieldCandidates<OffsetDateTime> candidates = before;
        for (Found one : found) {
            if (one.published() == published) {
                Optional<OffsetDateTime> date = decide(one.date());
                candidates = date.isPresent()
                        ? candidates.with(date.get(), one.from(), one.confidence())
                        : candidates.withUnread(new Unread(one.text(), one.from(), true));
            }
        }
        for (Unread text : published ? unread : List.<Unread>of()) {
            candidates = candidates.withUnread(text);
        }
        return candidates;
    }

    /** The date, by what else the page says where day and month can be exchanged; empty where nothing decides. */
    private Optional<OffsetDateTime> decide(WrittenDate date) {
        if (!date.isAmbiguous()) {
            return Optional.of(inZoneOfPage(date));
        }
        boolean first = isPossible(date.date());
        boolean second = isPossible(date.other());
        if (first != second) {
            return Optional.of(first ? date.date() : date.other());
        }
        boolean dayFirst = isSupported(other -> other.equals(date.date().toLocalDate()));
        boolean monthFirst = isSupported(other -> other.equals(date.other().toLocalDate()));
        return dayFirst == monthFirst ? Optional.empty() : Optional.of(dayFirst ? date.date() : date.other());
    }

    private boolean isPossible(OffsetDateTime date) {
        return fetched.equals(Instant.MAX) || !date.toInstant().isAfter(fetched.plus(CLOCK_SKEW));
    }

    private boolean isSupported(Predicate<LocalDate> sameDay) {
        return found.stream().map(Found::date).anyMatch(other -> !other.isAmbiguous() && sameDay.test(other.day()));
    }

    /**
     * A time without a zone is in the one that another date of the page has with the same time of the same day. An
     * instant in UTC is shown in the zone in which the page shows it, or else in that of its country.
     */
    private OffsetDateTime inZoneOfPage(WrittenDate date) {
        if (date.time() == null) {
            return date.date();
        }
        if (date.offset() != null) {
            return ZoneOffset.UTC.equals(date.offset()) ? inLocalZone(date.date()) : date.date();
        }
        for (Found zoned : found) {
            ZoneOffset offset = zoned.date().offset();
            if (offset != null && !offset.equals(ZoneOffset.UTC) && hasTwin(zoned.date())) {
                return date.date().withOffsetSameLocal(offset);
            }
        }
        return date.date();
    }

    private OffsetDateTime inLocalZone(OffsetDateTime utc) {
        for (Found local : found) {
            WrittenDate shown = local.date();
            if (shown.time() != null && shown.offset() == null && !shown.isAmbiguous()) {
                long minutes = Duration.between(utc.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES), minute(shown))
                        .toMinutes();
                boolean zone = minutes != 0 && Math.abs(minutes) <= MOST_MINUTES && minutes % QUARTER == 0;
                if (zone && utc.getMinute() != 0) {
                    return utc.withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) minutes * 60));
                }
            }
        }
        OffsetDateTime there =
                locale.zoneAt(utc.toInstant()).map(utc::withOffsetSameInstant).orElse(utc);
        return isShown(utc.toLocalDate()) && !isShown(there.toLocalDate()) ? utc : there;
    }

    /** Whether some date without an hour is this day: a page that shows the day in UTC means it. */
    private boolean isShown(LocalDate day) {
        return found.stream()
                .map(Found::date)
                .anyMatch(date ->
                        date.time() == null && !date.isAmbiguous() && date.day().equals(day));
    }

    private boolean hasTwin(WrittenDate zoned) {
        LocalDateTime minute = minute(zoned);
        return found.stream()
                .map(Found::date)
                .anyMatch(
                        d -> d.time() != null && d.offset() == null && minute(d).equals(minute));
    }

    private static LocalDateTime minute(WrittenDate date) {
        return date.date().toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
