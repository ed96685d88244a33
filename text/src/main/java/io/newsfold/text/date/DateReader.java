package io.newsfold.text.date;

import io.newsfold.text.date.ClockReader.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the dates of one text among its tokens. Confined to one call. */
final class DateReader {
    private static final Set<String> YEAR_MARKS = Set.of("年", "년", "nam");
    private static final Set<String> MONTH_MARKS = Set.of("月", "월");
    private static final Set<String> DAY_MARKS = Set.of("日", "일", "号", "號");
    private static final Set<String> SEPARATORS = Set.of("-", "/", ".");
    private static final int FILLER_CHARS = 4;
    private static final int ORDINAL_CHARS = 3;
    private static final int CENTURY = 100;
    private static final int PIVOT = 69;
    private static final int COMPACT_DIGITS = 8;
    private static final int COMPACT_WITH_TIME = 14;

    private final String text;
    private final DateLocale locale;
    private final boolean whole;
    private final List<DateToken> tokens;

    /** @param whole whether the text is to be nothing but a date, so that short years can be believed */
    DateReader(String text, DateLocale locale, boolean whole) {
        this.text = text;
        this.locale = locale;
        this.whole = whole;
        this.tokens = DateTokenizer.tokens(text);
    }

    /** A day by its tokens, those from {@code start} until before {@code end}; exchanged is null for one reading. */
    private record Day(LocalDate date, @Nullable LocalDate exchanged, int start, int end) {}

    /** All dates, in the order of the text. */
    List<WrittenDate> all() {
        List<WrittenDate> dates = new ArrayList<>();
        int at = 0;
        int from = 0;
        while (at < tokens.size()) {
            Optional<Day> day = dayAt(at);
            if (day.isPresent()) {
                Day settled = settle(day.get());
                Span span = span(settled, from);
                dates.add(span.date());
                at = span.end();
                from = at;
            } else {
                at++;
            }
        }
        return dates;
    }

    /** The date that the whole text is; weekdays, and a remark in brackets at the end, may stand beside it. */
    Optional<WrittenDate> only() {
        for (int at = 0; at < tokens.size(); at++) {
            Optional<Day> day = dayAt(at);
            if (day.isPresent()) {
                Span span = span(settle(day.get()), 0);
                boolean alone = areWeekdays(0, span.start()) && isRemark(span.end(), span.date());
                if (alone) {
                    return Optional.of(span.date());
                }
            }
        }
        return Optional.empty();
    }

    /** A date with the tokens of its day and its time. */
    private record Span(WrittenDate date, int start, int end) {}

    /** @param from the time cannot begin before this token */
    private Span span(Day day, int from) {
        ClockReader reader = new ClockReader(tokens, text, locale);
        Optional<Clock> after = reader.after(day.end(), day.date());
        Optional<Clock> clock = after.or(() -> reader.before(from, day.start(), day.date()));
        int start = clock.map(c -> Math.min(c.start(), day.start())).orElse(day.start());
        int end = clock.map(c -> Math.max(c.end(), day.end())).orElse(day.end());
        WrittenDate date = new WrittenDate(
                day.date(),
                day.exchanged(),
                clock.map(Clock::time).orElse(null),
                clock.map(Clock::offset).orElse(null),
                tokens.get(start).start(),
                tokens.get(end - 1).end());
        return new Span(date, start, end);
    }

    private boolean areWeekdays(int from, int to) {
        for (int i = from; i < to; i++) {
            DateToken token = tokens.get(i);
            boolean weekday = token.isWord() && DateNames.weekday(token.key(), locale.language()) != null;
            boolean sign = token.isSign(",") || token.isSign(".");
            if (!weekday && !sign && !isPeriodWord(token)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPeriodWord(DateToken token) {
        return token.isWord() && DateNames.hours(token.key(), locale.language()) != null;
    }

    private boolean isRemark(int from, WrittenDate date) {
        int at = from;
        while (at < tokens.size() && (isWeekday(at) || tokens.get(at).isSign(",") || tokens.get(at).isSign("."))) {
            at++;
        }
        DateToken next = token(at);
        if (next == null) {
            return true;
        }
        boolean last = at == tokens.size() - 1;
        boolean mark = next.key().equals("z") || next.key().equals("h") || DAY_MARKS.contains(next.key());
        boolean sameYear = next.digits() == 4 && next.value() == date.day().getYear();
        boolean zone = next.isWord() && ZoneNames.isZone(next.key());
        boolean year = next.key().length() <= 4 && next.isWord() && isYearSuffix(at);
        return last && (mark || zone || year || sameYear)
                || next.isSign("(") && tokens.get(tokens.size() - 1).isSign(")");
    }

    /** "г.", "р.", "року": what follows the year in some languages. */
    private boolean isYearSuffix(int at) {
        DateToken before = tokens.get(at - 1);
        return before.digits() == 4 && Character.UnicodeScript.of(tokens.get(at).key().codePointAt(0))
                == Character.UnicodeScript.CYRILLIC;
    }

    private boolean isWeekday(int at) {
        return tokens.get(at).isWord() && DateNames.weekday(tokens.get(at).key(), locale.language()) != null;
    }

    private Optional<Day> dayAt(int at) {
        DateToken token = tokens.get(at);
        if (token.isNumber()) {
            return isPartOfNumber(at)
                    ? Optional.empty()
                    : compact(at)
                            .or(() -> yearFirst(at))
                            .or(() -> dayAndMonthName(at))
                            .or(() -> numbers(at));
        }
        return token.isWord() ? monthNameFirst(at) : Optional.empty();
    }

    /** Whether the number continues another one, as in a version or a telephone number. */
    private boolean isPartOfNumber(int at) {
        DateToken sign = token(at - 1);
        DateToken number = token(at - 2);
        return sign != null
                && number != null
                && number.isNumber()
                && !sign.spaced()
                && !tokens.get(at).spaced()
                && SEPARATORS.contains(sign.key());
    }

    /** Eight digits in a row, or fourteen with the time: only where there is nothing else. */
    private Optional<Day> compact(int at) {
        DateToken token = tokens.get(at);
        boolean timed = token.digits() == COMPACT_WITH_TIME;
        if (!whole || token.digits() != COMPACT_DIGITS && !timed) {
            return Optional.empty();
        }
        long digits = timed ? token.value() / 1_000_000 : token.value();
        return gregorian(digits / 10_000, digits / CENTURY % CENTURY, digits % CENTURY, at, at + 1);
    }

    private static Optional<Day> gregorian(long year, long month, long day, int start, int end) {
        return YearCount.GREGORIAN.day(year, month, day).map(date -> new Day(date, null, start, end));
    }

    private Optional<Day> yearFirst(int at) {
        long year = yearAt(at);
        if (year < 0) {
            return Optional.empty();
        }
        int next = at + 1;
        DateToken sign = token(next);
        boolean marked = sign != null && YEAR_MARKS.contains(sign.key());
        boolean parted = sign != null && SEPARATORS.contains(sign.key());
        next += marked || parted ? 1 : 0;
        DateToken month = token(next);
        if (month != null && month.isWord() && !marked) {
            return yearAndMonthName(at, next, year);
        }
        if (month == null || !month.isShortNumber() || !marked && !parted) {
            return Optional.empty();
        }
        DateToken second = token(next + 1);
        boolean closed = second != null
                && (marked ? MONTH_MARKS.contains(second.key()) : SEPARATORS.contains(second.key()));
        DateToken day = token(next + 2);
        if (!closed || day == null || !day.isShortNumber() || continues(next + 3)) {
            return Optional.empty();
        }
        int end = next + 3;
        DateToken mark = token(end);
        end += mark != null && DAY_MARKS.contains(mark.key()) ? 1 : 0;
        return day(year, month.value(), day.value(), at, end);
    }

    /** The Gregorian, Buddhist or Persian year that the number is; -1 for none. */
    private long yearAt(int at) {
        DateToken token = tokens.get(at);
        DateToken before = token(at - 1);
        Integer era = before != null && before.isWord() ? DateNames.yearBeforeEra(before.key()) : null;
        if (era != null && token.digits() <= 3) {
            return era + token.value();
        }
        boolean taiwanese = token.digits() == 3 && locale.regions().contains("TW");
        if (taiwanese) {
            return token.value() + 1911;
        }
        return token.digits() == 4 ? token.value() : -1;
    }

    private Optional<Day> day(long year, long month, long day, int start, int end) {
        return countOf(year, null)
                .flatMap(count -> count.day(year, month, day))
                .map(date -> new Day(date, null, start, end));
    }

    /** In which calendar the year is: by its size, and where that is not enough, by the month or the language. */
    private Optional<YearCount> countOf(long year, @Nullable MonthName month) {
        if (month != null && month.count() == YearCount.PERSIAN) {
            return Optional.of(YearCount.PERSIAN);
        }
        if (YearCount.GREGORIAN.has(year)) {
            return Optional.of(YearCount.GREGORIAN);
        }
        if (YearCount.BUDDHIST.has(year)) {
            return Optional.of(YearCount.BUDDHIST);
        }
        boolean persian = month == null && Set.of("fa", "ps").contains(locale.language());
        return persian && YearCount.PERSIAN.has(year) ? Optional.of(YearCount.PERSIAN) : Optional.empty();
    }

    private Optional<Day> yearAndMonthName(int at, int from, long year) {
        int next = skipFillers(from, 2);
        MonthName month = monthAt(next);
        if (month == null) {
            return next > from ? yearDayMonthName(at, next, year) : Optional.empty();
        }
        next = skipSign(next + 1);
        DateToken day = token(next);
        if (day == null || !day.isShortNumber()) {
            return Optional.empty();
        }
        int end = skipOrdinal(next + 1);
        return countOf(year, month)
                .flatMap(count -> count.day(year, month.number(), day.value()))
                .map(date -> new Day(date, null, at, end));
    }

    /** "2026. gada 9. maijs". */
    private Optional<Day> yearDayMonthName(int at, int from, long year) {
        DateToken day = token(from);
        int next = skipSign(from + 1);
        MonthName month = day != null && day.isShortNumber() ? monthAt(next) : null;
        return month == null
                ? Optional.empty()
                : countOf(year, month)
                        .flatMap(count -> count.day(year, month.number(), day.value()))
                        .map(date -> new Day(date, null, at, next + 1));
    }

    private @Nullable MonthName monthAt(int at) {
        DateToken token = token(at);
        return token != null && token.isWord() ? DateNames.month(token.key(), locale.language()) : null;
    }

    private int skipSign(int at) {
        DateToken token = token(at);
        boolean sign = token != null
                && (SEPARATORS.contains(token.key()) || token.isSign(",") || token.isSign("'"));
        return sign ? at + 1 : at;
    }

    /** Skips short words that are no months: "de", "of", "р.". */
    private int skipFillers(int from, int most) {
        int at = from;
        for (int i = 0; i < most; i++) {
            DateToken token = token(at);
            boolean filler = token != null
                    && token.isWord()
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
        boolean glued = token != null && !token.spaced();
        boolean letters = glued && token.isWord() && token.key().length() <= ORDINAL_CHARS && monthAt(from) == null;
        boolean sign = glued && (token.isSign("°") || token.isSign("."));
        return letters || sign ? from + 1 : from;
    }

    /** "23 April 2025", "23 de abril de 2025", "23 tháng 4 năm 2025". */
    private Optional<Day> dayAndMonthName(int at) {
        DateToken day = tokens.get(at);
        if (!day.isShortNumber()) {
            return Optional.empty();
        }
        int next = skipSign(skipOrdinal(at + 1));
        next = skipSign(skipFillers(next, 1));
        DateToken word = token(next);
        MonthName month = monthAt(next);
        if (month == null && word != null && word.isWord() && DateNames.isMonthMark(word.key(), locale.language())) {
            next++;
            DateToken number = token(next);
            boolean exists = number != null && number.isShortNumber() && number.value() >= 1 && number.value() <= 12;
            month = exists ? new MonthName((int) number.value(), YearCount.GREGORIAN) : null;
        }
        return month == null ? Optional.empty() : yearAfter(next + 1, day.value(), month, at);
    }

    private Optional<Day> yearAfter(int from, long day, MonthName month, int start) {
        int next = skipFillers(skipSign(from), 2);
        DateToken weekday = token(next);
        if (weekday != null && weekday.isWord() && weekday.key().length() > FILLER_CHARS && isYearWord(next)) {
            next++;
        }
        DateToken number = token(next);
        if (number == null || !number.isNumber()) {
            return Optional.empty();
        }
        long year = longYear(number, next, month);
        int end = next + 1;
        return countOf(year, month)
                .flatMap(count -> count.day(year, month.number(), day))
                .map(date -> new Day(date, null, start, end));
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
        boolean hour = next != null && (next.isSign(":") || next.key().equals("h") || next.key().equals("uhr"));
        if (hour || month.count() != YearCount.GREGORIAN) {
            return -1;
        }
        if (locale.language().equals("th")) {
            return 2500 + number.value();
        }
        return whole ? inCentury(number.value()) : -1;
    }

    private static long inCentury(long year) {
        return year < PIVOT ? 2000 + year : 1900 + year;
    }

    /** "April 23, 2025"; where the text is a date alone also "Apr 23 14:05:00 2025". */
    private Optional<Day> monthNameFirst(int at) {
        int next = skipSign(at + 1);
        DateToken day = token(next);
        if (day == null || !day.isShortNumber()) {
            return Optional.empty();
        }
        MonthName month = monthAt(at);
        if (month == null) {
            return Optional.empty();
        }
        int end = skipOrdinal(next + 1);
        Optional<Day> found = yearAfter(end, day.value(), month, at);
        DateToken last = tokens.get(tokens.size() - 1);
        if (found.isPresent() || !whole || last.digits() != 4) {
            return found;
        }
        return countOf(last.value(), month)
                .flatMap(count -> count.day(last.value(), month.number(), day.value()))
                .map(date -> new Day(date, null, at, end));
    }

    /** Three numbers with the year at the end, or a short year where the language says where it stands. */
    private Optional<Day> numbers(int at) {
        DateToken first = tokens.get(at);
        DateToken sign = token(at + 1);
        DateToken second = token(at + 2);
        DateToken sign2 = token(at + 3);
        DateToken third = token(at + 4);
        if (whole && second == null || !first.isShortNumber()) {
            return Optional.empty();
        }
        if (sign == null || second == null || third == null || sign2 == null) {
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
    private boolean continues(int at) {
        DateToken sign = token(at);
        DateToken number = token(at + 1);
        return sign != null && number != null && !sign.spaced() && !number.spaced() && number.isNumber()
                && (SEPARATORS.contains(sign.key()));
    }

    private Optional<Day> spacedNumbers(int at) {
        DateToken second = token(at + 1);
        DateToken third = token(at + 2);
        boolean three = whole && second != null && third != null && second.isShortNumber() && third.digits() == 4;
        return three
                ? twoOrders(tokens.get(at).value(), second.value(), third.value(), " ", at, at + 3)
                : Optional.empty();
    }

    private Optional<Day> shortYear(DateToken first, DateToken second, DateToken third, String sign, int at) {
        if (locale.isYearFirst()) {
            return first.digits() == 2
                    ? gregorian(inCentury(first.value()), second.value(), third.value(), at, at + 5)
                    : Optional.empty();
        }
        boolean thai = locale.language().equals("th");
        long year = thai ? 2500 + third.value() : inCentury(third.value());
        return twoOrders(first.value(), second.value(), year, sign, at, at + 5);
    }

    private Optional<Day> twoOrders(long first, long second, long year, String sign, int start, int end) {
        Optional<YearCount> count = countOf(year, null);
        Optional<LocalDate> dayFirst = count.flatMap(c -> c.day(year, second, first));
        Optional<LocalDate> monthFirst = count.flatMap(c -> c.day(year, first, second));
        if (dayFirst.isEmpty() || monthFirst.isEmpty() || dayFirst.equals(monthFirst)) {
            return dayFirst.or(() -> monthFirst).map(date -> new Day(date, null, start, end));
        }
        DayOrder order = sign.equals(".") ? DayOrder.DAY_FIRST : locale.order();
        return Optional.of(
                switch (order) {
                    case DAY_FIRST -> new Day(dayFirst.get(), null, start, end);
                    case MONTH_FIRST -> new Day(monthFirst.get(), null, start, end);
                    case UNKNOWN -> new Day(dayFirst.get(), monthFirst.get(), start, end);
                });
    }

    /** Lets the weekday beside an ambiguous day decide, where it fits one of the readings. */
    private Day settle(Day day) {
        LocalDate exchanged = day.exchanged();
        if (exchanged == null) {
            return day;
        }
        for (int i = Math.max(0, day.start() - 3); i < Math.min(tokens.size(), day.end() + 3); i++) {
            DateToken token = tokens.get(i);
            DayOfWeek weekday = token.isWord() ? DateNames.weekday(token.key(), locale.language()) : null;
            boolean first = weekday == day.date().getDayOfWeek();
            if (weekday != null && first != (weekday == exchanged.getDayOfWeek())) {
                return new Day(first ? day.date() : exchanged, null, day.start(), day.end());
            }
        }
        return day;
    }

    private @Nullable DateToken token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : null;
    }
}
