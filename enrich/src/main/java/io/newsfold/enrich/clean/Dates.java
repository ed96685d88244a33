package io.newsfold.enrich.clean;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as pages write them, read strictly: an impossible date is no date. A day alone is its midnight in UTC. */
final class Dates {
    private static final Instant FIRST_PLAUSIBLE = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private static final List<DateTimeFormatter> WITH_OFFSET = List.of(
            strict("uuuu-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]XXX"),
            strict("uuuu-MM-dd'T'HH:mm[:ss][.SSS]XX"),
            strict("uuuu-MM-dd HH:mm[:ss][ ]XXX"),
            strict("uuuu-MM-dd HH:mm[:ss][ ]XX"),
            strict("[EEE, ]d MMM uuuu HH:mm[:ss] [XX][z]"));
    private static final List<DateTimeFormatter> WITHOUT_OFFSET = List.of(
            strict("uuuu-MM-dd'T'HH:mm[:ss][.SSS]"),
            strict("uuuu-MM-dd HH:mm[:ss]"),
            strict("MMMM d, uuuu[,][ 'at'] h:mm a"),
            strict("d MMMM uuuu[,] HH:mm"));
    private static final List<DateTimeFormatter> DAYS = List.of(
            strict("uuuu-MM-dd"),
            strict("uuuu/MM/dd"),
            strict("uuuuMMdd"),
            strict("[EEEE, ]MMMM d, uuuu"),
            strict("[EEEE, ]MMM d, uuuu"),
            strict("[EEEE, ][EEEE ]d MMMM uuuu"),
            strict("[EEEE, ]d MMM uuuu"),
            strict("d.M.uuuu"));

    private Dates() {}

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static Optional<OffsetDateTime> parse(String text) {
        String date = Hygiene.oneLine(text)
                .replace("Sept ", "Sep ")
                .replace("a.m.", "AM")
                .replace("p.m.", "PM");
        if (date.length() > 60) {
            return Optional.empty();
        }
        for (DateTimeFormatter form : WITH_OFFSET) {
            try {
                return Optional.of(ZonedDateTime.parse(date, form).toOffsetDateTime());
            } catch (DateTimeParseException notThisForm) {
                // the next one may fit
            }
        }
        for (DateTimeFormatter form : WITHOUT_OFFSET) {
            try {
                return Optional.of(LocalDateTime.parse(date, form).atOffset(ZoneOffset.UTC));
            } catch (DateTimeParseException notThisForm) {
                // the next one may fit
            }
        }
        for (DateTimeFormatter form : DAYS) {
            try {
                return Optional.of(LocalDate.parse(date, form).atStartOfDay().atOffset(ZoneOffset.UTC));
            } catch (DateTimeParseException notThisForm) {
                // the next one may fit
            }
        }
        return Optional.empty();
    }

    /** Whether an article fetched at {@code fetched} can have been published then: not before 1990, not after the fetch. */
    static boolean isPlausible(OffsetDateTime date, Instant fetched) {
        Instant time = date.toInstant();
        return !time.isBefore(FIRST_PLAUSIBLE) && !time.isAfter(fetched.plus(CLOCK_SKEW));
    }
}
