package io.newsfold.text.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads days of three numbers with the year at the end, or with a short year where the language places it. */
final class NumericDays {
    private static final Set<String> SEPARATORS = Set.of("-", "/", ".");
    private static final int PIVOT = 69;

    private final List<DateToken> tokens;
    private final DateLocale locale;
    private final boolean whole;

    NumericDays(List<DateToken> tokens, DateLocale locale, boolean whole) {
        this.tokens = tokens;
        this.locale = locale;
        this.whole = whole;
    }

    /** Three numbers with the year at the end, or a short year where the language says where it stands. */
    Optional<DayReading> at(int at) {
        DateToken first = tokens.get(at);
        DateToken sign = token(at + 1);
        DateToken second = token(at + 2);
        DateToken sign2 = token(at + 3);
        DateToken third = token(at + 4);
        if (!first.isShortNumber()) {
            return Optional.empty();
        }
        if (third.isNone()) {
            return spacedNumbers(at);
        }
        boolean parted = SEPARATORS.contains(sign.key()) && sign2.key().equals(sign.key());
        if (!parted || !second.isShortNumber() || !third.isNumber() || continues(at + 5)) {
            return spacedNumbers(at);
        }
        if (third.digits() == 4) {
            return twoOrders(first.value(), second.value(), third.value(), sign.key(), at, at + 5);
        }
        boolean tight = !sign.spaced() && !second.spaced() && !sign2.spaced() && !third.spaced();
        return third.digits() == 2 && tight ? shortYear(first, second, third, sign.key(), at) : Optional.empty();
    }

    /** Whether a number is glued to what is before {@code at}, so that this is no date. */
    boolean continues(int at) {
        DateToken sign = token(at);
        DateToken number = token(at + 1);
        return !sign.spaced() && !number.spaced() && number.isNumber() && (SEPARATORS.contains(sign.key()));
    }

    private Optional<DayReading> spacedNumbers(int at) {
        DateToken second = token(at + 1);
        DateToken third = token(at + 2);
        boolean three = whole && second.isShortNumber() && third.digits() == 4;
        return three
                ? twoOrders(tokens.get(at).value(), second.value(), third.value(), " ", at, at + 3)
                : Optional.empty();
    }

    private Optional<DayReading> shortYear(DateToken first, DateToken second, DateToken third, String sign, int at) {
        if (locale.isYearFirst()) {
            return first.digits() == 2
                    ? YearCount.GREGORIAN
                            .day(inCentury(first.value()), second.value(), third.value())
                            .map(date -> new DayReading(date, null, at, at + 5))
                    : Optional.empty();
        }
        boolean thai = locale.language().equals("th");
        long year = thai ? 2500 + third.value() : inCentury(third.value());
        return twoOrders(first.value(), second.value(), year, sign, at, at + 5);
    }

    private Optional<DayReading> twoOrders(long first, long second, long year, String sign, int start, int end) {
        Optional<YearCount> count = YearCount.of(year, null, locale.language());
        Optional<LocalDate> dayFirst = count.flatMap(c -> c.day(year, second, first));
        Optional<LocalDate> monthFirst = count.flatMap(c -> c.day(year, first, second));
        if (dayFirst.isEmpty() || monthFirst.isEmpty() || dayFirst.equals(monthFirst)) {
            return dayFirst.or(() -> monthFirst).map(date -> new DayReading(date, null, start, end));
        }
        DayOrder order = sign.equals(".") ? DayOrder.DAY_FIRST : locale.order();
        return Optional.of(
                switch (order) {
                    case DAY_FIRST -> new DayReading(dayFirst.get(), null, start, end);
                    case MONTH_FIRST -> new DayReading(monthFirst.get(), null, start, end);
                    case UNKNOWN -> new DayReading(dayFirst.get(), monthFirst.get(), start, end);
                });
    }

    /** The year that two digits mean. */
    static long inCentury(long year) {
        return year < PIVOT ? 2000 + year : 1900 + year;
    }

    private DateToken token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : DateToken.NONE;
    }
}
