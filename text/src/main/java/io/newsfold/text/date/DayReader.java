package io.newsfold.text.date;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads days whose year comes first and days with the name of their month; leaves the others to {@link NumericDays}.
 */
final class DayReader {
    private static final Set<String> YEAR_MARKS = Set.of("年", "년", "nam");
    private static final Set<String> MONTH_MARKS = Set.of("月", "월");
    private static final Set<String> DAY_MARKS = Set.of("日", "일", "号", "號");
    private static final Set<String> SEPARATORS = Set.of("-", "/", ".");
    private static final int FILLER_CHARS = 4;
    private static final int ORDINAL_CHARS = 3;
    private static final int CENTURY = 100;
    private static final int COMPACT_DIGITS = 8;
    private static final int COMPACT_WITH_TIME = 14;

    private final List<DateToken> tokens;
    private final DateLocale locale;
    private final boolean whole;
    private final NumericDays numeric;

    DayReader(List<DateToken> tokens, DateLocale locale, boolean whole) {
        this.tokens = tokens;
        this.locale = locale;
        this.whole = whole;
        this.numeric = new NumericDays(tokens, locale, whole);
    }

    /** The day that begins at the token; empty where none does. */
    Optional<DayReading> at(int at) {
        DateToken token = tokens.get(at);
        if (token.isNumber()) {
            return isPartOfNumber(at)
                    ? Optional.empty()
                    : compact(at)
                            .or(() -> yearFirst(at))
                            .or(() -> dayAndMonthName(at))
                            .or(() -> numeric.at(at));
        }
        return token.isWord() ? monthNameFirst(at) : Optional.empty();
    }

    /** Whether the number continues another one, as in a version or a telephone number. */
    private boolean isPartOfNumber(int at) {
        DateToken sign = token(at - 1);
        DateToken number = token(at - 2);
        return number.isNumber() && !sign.spaced() && !tokens.get(at).spaced() && SEPARATORS.contains(sign.key());
    }

    /** Eight digits in a row, or fourteen with the time: only where there is nothing else. */
    private Optional<DayReading> compact(int at) {
        DateToken token = tokens.get(at);
        boolean timed = token.digits() == COMPACT_WITH_TIME;
        if (!whole || token.digits() != COMPACT_DIGITS && !timed) {
            return Optional.empty();
        }
        long digits = timed ? token.value() / 1_000_000 : token.value();
        return gregorian(digits / 10_000, digits / CENTURY % CENTURY, digits % CENTURY, at, at + 1);
    }

    private static Optional<DayReading> gregorian(long year, long month, long day, int start, int end) {
        return YearCount.GREGORIAN.day(year, month, day).map(date -> new DayReading(date, null, start, end));
    }

    private Optional<DayReading> yearFirst(int at) {
        long year = yearAt(at);
        if (year < 0) {
            return Optional.empty();
        }
        int next = at + 1;
        DateToken sign = token(next);
        boolean marked = YEAR_MARKS.contains(sign.key());
        boolean parted = SEPARATORS.contains(sign.key());
        next += marked || parted ? 1 : 0;
        DateToken month = token(next);
        if (month.isWord() && !marked) {
            return yearAndMonthName(at, next, year);
        }
        if (!month.isShortNumber() || !marked && !parted) {
            return Optional.empty();
        }
        DateToken second = token(next + 1);
        boolean closed = (marked ? MONTH_MARKS.contains(second.key()) : SEPARATORS.contains(second.key()));
        DateToken day = token(next + 2);
        if (!closed || !day.isShortNumber() || numeric.continues(next + 3)) {
            return Optional.empty();
        }
        int end = next + 3;
        DateToken mark = token(end);
        end += DAY_MARKS.contains(mark.key()) ? 1 : 0;
        return day(year, month.value(), day.value(), at, end);
    }

    /** The Gregorian, Buddhist or Persian year that the number is; -1 for none. */
    private long yearAt(int at) {
        DateToken token = tokens.get(at);
        DateToken before = token(at - 1);
        Integer era = before.isWord() ? DateNames.yearBeforeEra(before.key()) : null;
        if (era != null && token.digits() <= 3) {
            return era + token.value();
        }
        boolean taiwanese = token.digits() == 3 && locale.regions().contains("TW");
        if (taiwanese) {
            return token.value() + 1911;
        }
        return token.digits() == 4 ? token.value() : -1;
    }

    private Optional<DayReading> day(long year, long month, long day, int start, int end) {
        return YearCount.of(year, null, locale.language())
                .flatMap(count -> count.day(year, month, day))
                .map(date -> new DayReading(date, null, start, end));
    }

    private Optional<DayReading> yearAndMonthName(int at, int from, long year) {
        int next = skipFillers(from, 2);
        MonthName month = monthAt(next);
        if (month == null) {
            return next > from ? yearDayMonthName(at, next, year) : Optional.empty();
        }
        next = skipSign(next + 1);
        DateToken day = token(next);
        if (!day.isShortNumber()) {
            return Optional.empty();
        }
        int end = skipOrdinal(next + 1);
        return YearCount.of(year, month.count(), locale.language())
                .flatMap(count -> count.day(year, month.number(), day.value()))
                .map(date -> new DayReading(date, null, at, end));
    }

    /** "2026. gada 9. maijs". */
    private Optional<DayReading> yearDayMonthName(int at, int from, long year) {
        DateToken day = token(from);
        int next = skipSign(from + 1);
        MonthName month = day.isShortNumber() ? monthAt(next) : null;
        return month == null
                ? Optional.empty()
                : YearCount.of(year, month.count(), locale.language())
                        .flatMap(count -> count.day(year, month.number(), day.value()))
                        .map(date -> new DayReading(date, null, at, next + 1));
    }

    private @Nullable MonthName monthAt(int at) {
        DateToken token = token(at);
        return token.isWord() ? DateNames.month(token.key(), locale.language()) : null;
    }

    private int skipSign(int at) {
        DateToken token = token(at);
        boolean sign = (SEPARATORS.contains(token.key()) || token.isSign(",") || token.isSign("'"));
        return sign ? at + 1 : at;
    }

    /** Skips short words that are no months: "de", "of", "р.". */
    private int skipFillers(int from, int most) {
        int at = from;
        for (int i = 0; i < most; i++) {
            DateToken token = token(at);
            boolean filler = token.isWord()
                    && token.key().length() <= FILLER_CHARS
                    && monthAt(at) == null
                    && !DateNames.isMonthMark(token.key(), locale.language());
            if (!filler) {
                return at;
            }
            at = skipSign(at + 1);
        }
        return at;
    }

    /** Skips what makes a number an ordinal: "1st", "1er", "1º", "1°". */
    private int skipOrdinal(int from) {
        DateToken token = token(from);
        boolean glued = !token.spaced();
        boolean letters = glued && token.isWord() && token.key().length() <= ORDINAL_CHARS && monthAt(from) == null;
        boolean sign = glued && (token.isSign("°") || token.isSign("."));
        return letters || sign ? from + 1 : from;
    }

    /** "23 April 2025", "23 de abril de 2025", "23 tháng 4 năm 2025". */
    private Optional<DayReading> dayAndMonthName(int at) {
        DateToken day = tokens.get(at);
        if (!day.isShortNumber()) {
            return Optional.empty();
        }
        int next = skipSign(skipOrdinal(at + 1));
        next = skipSign(skipFillers(next, 1));
        DateToken word = token(next);
        MonthName month = monthAt(next);
        if (month == null && word.isWord() && DateNames.isMonthMark(word.key(), locale.language())) {
            next++;
            DateToken number = token(next);
            boolean exists = number.isShortNumber() && number.value() >= 1 && number.value() <= 12;
            month = exists ? new MonthName((int) number.value(), YearCount.GREGORIAN) : null;
        }
        return month == null ? Optional.empty() : yearAfter(next + 1, day.value(), month, at);
    }

    private Optional<DayReading> yearAfter(int from, long day, MonthName month, int start) {
        int next = skipFillers(skipSign(from), 2);
        DateToken weekday = token(next);
        if (weekday.isWord() && weekday.key().length() > FILLER_CHARS && isYearWord(next)) {
            next++;
        }
        DateToken number = token(next);
        if (!number.isNumber()) {
            return Optional.empty();
        }
        long year = longYear(number, next, month);
        int end = next + 1;
        return YearCount.of(year, month.count(), locale.language())
                .flatMap(count -> count.day(year, month.number(), day))
                .map(date -> new DayReading(date, null, start, end));
    }

    private boolean isYearWord(int at) {
        return YEAR_MARKS.contains(tokens.get(at).key());
    }

    /** The year that the number means; short ones count where the text is nothing but a date, and in Thai. */
    private long longYear(DateToken number, int at, MonthName month) {
        if (number.digits() != 2) {
            return number.digits() == 4 ? number.value() : -1;
        }
        DateToken next = token(at + 1);
        boolean hour = (next.isSign(":") || next.key().equals("h") || next.key().equals("uhr"));
        if (hour || month.count() != YearCount.GREGORIAN) {
            return -1;
        }
        if (locale.language().equals("th")) {
            return 2500 + number.value();
        }
        return whole ? NumericDays.inCentury(number.value()) : -1;
    }

    /** "April 23, 2025"; where the text is a date alone also "Apr 23 14:05:00 2025". */
    private Optional<DayReading> monthNameFirst(int at) {
        int next = skipSign(at + 1);
        DateToken day = token(next);
        if (!day.isShortNumber()) {
            return Optional.empty();
        }
        MonthName month = monthAt(at);
        if (month == null) {
            return Optional.empty();
        }
        int end = skipOrdinal(next + 1);
        Optional<DayReading> found = yearAfter(end, day.value(), month, at);
        DateToken last = tokens.get(tokens.size() - 1);
        if (found.isPresent() || !whole || last.digits() != 4) {
            return found;
        }
        return YearCount.of(last.value(), month.count(), locale.language())
                .flatMap(count -> count.day(last.value(), month.number(), day.value()))
                .map(date -> new DayReading(date, null, at, end));
    }

    private DateToken token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : DateToken.NONE;
    }
}
