package io.newsfold.text.date;

import io.newsfold.text.charset.TextNormalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses points in time as manifests, protocols and feeds write them: every form that {@link Dates#parse} reads, and
 * the short ones of ISO 8601, such as a month or a day of a year. A time without an offset is UTC.
 */
public final class InstantParser {
    /** Year, month and day, of which all but the year may be missing; hyphens as ISO 8601 had them in 1988. */
    private static final Pattern SHORT = Pattern.compile("(\\d{4}|-?\\d{2}(?=-?\\d{2}))(?:-?(\\d{2})(?:-?(\\d{2}))?)?");

    private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d{4})-?(\\d{3})");
    private static final int CENTURY = 100;
    private static final int CENTURY_OF_FEEDS = 2000;

    private InstantParser() {}

    /** Empty where {@code text} has none of the forms, or where day and month of it can be exchanged. */
    public static Optional<Instant> instant(String text) {
        String date = TextNormalizer.oneLine(text);
        return shortForm(date)
                .or(() -> dayOfYear(date))
                .map(InstantParser::start)
                .or(() -> Dates.parse(date, DateLocale.UNKNOWN)
                        .filter(written -> !written.isAmbiguous())
                        .map(written -> written.date().toInstant()));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<LocalDate> shortForm(String date) {
        Matcher matcher = SHORT.matcher(date);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int digits = Integer.parseInt(matcher.group(1).replace("-", ""));
        int year = digits < CENTURY ? CENTURY_OF_FEEDS + digits : digits;
        int month = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        int day = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        boolean exists = year >= 1970
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static Optional<LocalDate> dayOfYear(String date) {
        Matcher matcher = DAY_OF_YEAR.matcher(date);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Year year = Year.of(Integer.parseInt(matcher.group(1)));
        int day = Integer.parseInt(matcher.group(2));
        return day >= 1 && day <= year.length() ? Optional.of(year.atDay(day)) : Optional.empty();
    }
}
