package io.newsfold.text.date;

import io.newsfold.text.charset.TextNormalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as pages write them, strictly: an impossible date is no date. A day alone is its midnight in UTC. */
public final class Dates {
    private static final Instant FIRST_PLAUSIBLE = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "/((?:19|20)\\d{2})(?:[/-]?(\\d{2})[/-]?(\\d{2})(?:/|-|_|$)|/(\\d{1,2})/(\\d{1,2})(?:/|$))");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_DATE = 100;
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLISECONDS_DIGITS = 13;

    private Dates() {}

    /** The dates that a line of at most 200 characters names, in its order. */
    public static List<WrittenDate> findAll(String line, DateLocale locale) {
        if (line.length() > LONGEST_LINE || !mayHaveDate(line)) {
            return List.of();
        }
        return new DateReader(line, locale, false).all();
    }

    /** The date that {@code text} consists of; empty where it is something else or has more than 100 characters. */
    public static Optional<WrittenDate> parse(String text, DateLocale locale) {
        String date = TextNormalizer.oneLine(text);
        boolean possible = date.length() <= LONGEST_DATE && mayHaveDate(date);
        return possible ? new DateReader(date, locale, true).only() : Optional.empty();
    }

    private static boolean mayHaveDate(String text) {
        return text.chars().anyMatch(c -> Character.isDigit(c) || c == '年');
    }

    /** The instant that a number of seconds or milliseconds since 1970 means; empty for other numbers and texts. */
    public static Optional<OffsetDateTime> epoch(String text) {
        boolean seconds = text.length() == SECONDS_DIGITS;
        if (!seconds && text.length() != MILLISECONDS_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        Instant instant = seconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return Optional.of(instant.atOffset(ZoneOffset.UTC));
    }

    /** The day in the path of an address, as midnight in UTC. */
    public static Optional<OffsetDateTime> inAddress(String url) {
        Matcher path = IN_ADDRESS.matcher(url);
        if (!path.find()) {
            return Optional.empty();
        }
        int month = path.group(2) == null ? 4 : 2;
        return day(number(path, 1), number(path, month), number(path, month + 1));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<OffsetDateTime> day(int year, int month, int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists
                ? Optional.of(LocalDate.of(year, month, day).atStartOfDay().atOffset(ZoneOffset.UTC))
                : Optional.empty();
    }

    /**
     * The most exact of the dates that agree with {@code date}: for a day alone the one with its hour, for an instant
     * the one in the newsroom's zone, for a minute the one with its second.
     */
    public static OffsetDateTime mostExact(OffsetDateTime date, List<OffsetDateTime> others) {
        OffsetDateTime exact = isDay(date)
                ? first(others, o -> !isDay(o) && o.toLocalDate().equals(date.toLocalDate()))
                        .orElse(date)
                : date;
        OffsetDateTime second = first(
                        others,
                        o -> o.getSecond() != 0
                                && o.truncatedTo(ChronoUnit.MINUTES).toInstant().equals(exact.toInstant()))
                .orElse(exact);
        return inLocalZone(second, others);
    }

    private static OffsetDateTime inLocalZone(OffsetDateTime exact, List<OffsetDateTime> others) {
        return first(
                        others,
                        o -> o.toInstant().equals(exact.toInstant())
                                && !o.getOffset().equals(ZoneOffset.UTC))
                .orElse(exact);
    }

    private static boolean isDay(OffsetDateTime date) {
        return date.toLocalTime().equals(LocalTime.MIDNIGHT) && date.getOffset().equals(ZoneOffset.UTC);
    }

    private static Optional<OffsetDateTime> first(List<OffsetDateTime> dates, Predicate<OffsetDateTime> wanted) {
        return dates.stream().filter(wanted).findFirst();
    }

    /**
     * Whether an article fetched at {@code fetched} can have been published then: not before 1990, not after the
     * fetch.
     */
    public static boolean isPlausible(OffsetDateTime date, Instant fetched) {
        Instant time = date.toInstant();
        return !time.isBefore(FIRST_PLAUSIBLE) && !time.isAfter(fetched.plus(CLOCK_SKEW));
    }
}
