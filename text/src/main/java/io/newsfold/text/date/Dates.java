package io.newsfold.text.date;

import io.newsfold.text.charset.TextNormalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as pages write them, strictly: an impossible date is no date. A day alone is its midnight in UTC. */
public final class Dates {
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

    private static final Map<String, Integer> MONTHS = monthsByName();
    private static final Pattern DAY_FIRST = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th|\\.|er)?(?: de)? (\\p{L}{3,12})\\.?,?(?: de)? ((?:19|20)\\d{2})\\b");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{Lu}\\p{Ll}{2,11})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})\\b");
    private static final Pattern NUMBERS =
            Pattern.compile("\\b((?:19|20)\\d{2}) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2})(?!\\d)");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(\\d{2})[/-]?(\\d{2})(?:/|-|_|$)");
    private static final int LONGEST_LINE = 200;

    private Dates() {}

    /** The names of the months in the languages known here, lower case, whole and short. */
    private static Map<String, Integer> monthsByName() {
        Map<String, Integer> months = new HashMap<>();
        for (String language :
                List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "sv", "da", "id")) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    String name = month.getDisplayName(style, Locale.forLanguageTag(language))
                            .toLowerCase(Locale.ROOT)
                            .replace(".", "");
                    months.putIfAbsent(name, month.getValue());
                }
            }
        }
        months.put("sept", 9);
        return months;
    }

    /** The first day that a line of at most 200 characters names, as midnight in UTC; empty where it names none. */
    public static Optional<OffsetDateTime> find(String line) {
        if (line.length() > LONGEST_LINE || line.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        Matcher monthFirst = MONTH_FIRST.matcher(line);
        while (monthFirst.find()) {
            Integer month = MONTHS.get(monthFirst.group(1).toLowerCase(Locale.ROOT));
            if (month != null) {
                return day(monthFirst.group(3), month, monthFirst.group(2));
            }
        }
        Matcher dayFirst = DAY_FIRST.matcher(line);
        while (dayFirst.find()) {
            Integer month = MONTHS.get(dayFirst.group(2).toLowerCase(Locale.ROOT));
            if (month != null) {
                return day(dayFirst.group(3), month, dayFirst.group(1));
            }
        }
        Matcher numbers = NUMBERS.matcher(line);
        return numbers.find()
                ? day(numbers.group(1), Integer.parseInt(numbers.group(2)), numbers.group(3))
                : Optional.empty();
    }

    /** The day in the path of an address, as midnight in UTC. */
    public static Optional<OffsetDateTime> inAddress(String url) {
        Matcher path = IN_ADDRESS.matcher(url);
        return path.find() ? day(path.group(1), Integer.parseInt(path.group(2)), path.group(3)) : Optional.empty();
    }

    private static Optional<OffsetDateTime> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day))
                    .atStartOfDay()
                    .atOffset(ZoneOffset.UTC));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /**
     * The most exact of the dates that agree with {@code date}: for a day alone the one with its hour, for an instant
     * the
     * one in the newsroom's zone.
     */
    public static OffsetDateTime mostExact(OffsetDateTime date, List<OffsetDateTime> others) {
        OffsetDateTime exact = isDay(date)
                ? first(others, o -> !isDay(o) && o.toLocalDate().equals(date.toLocalDate()))
                        .orElse(date)
                : date;
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

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The date that {@code text} consists of; empty where it is something else or has more than 60 characters. */
    public static Optional<OffsetDateTime> parse(String text) {
        String date = TextNormalizer.oneLine(text)
                .replace("Sept ", "Sep ")
                .replace("a.m.", "AM")
                .replace("p.m.", "PM");
        if (date.length() > 60) {
            return Optional.empty();
        }
        return parse(date, WITH_OFFSET, ZonedDateTime::from)
                .map(ZonedDateTime::toOffsetDateTime)
                .or(() -> parse(date, WITHOUT_OFFSET, LocalDateTime::from).map(time -> time.atOffset(ZoneOffset.UTC)))
                .or(() -> parse(date, DAYS, LocalDate::from)
                        .map(day -> day.atStartOfDay().atOffset(ZoneOffset.UTC)));
    }

    /** The date by the first form that fits. */
    private static <T> Optional<T> parse(String date, List<DateTimeFormatter> forms, TemporalQuery<T> type) {
        for (DateTimeFormatter form : forms) {
            try {
                return Optional.of(form.parse(date, type));
            } catch (DateTimeParseException notThisForm) {
                // the next one may fit
            }
        }
        return Optional.empty();
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
