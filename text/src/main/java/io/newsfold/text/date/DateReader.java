package io.newsfold.text.date;

import io.newsfold.text.date.ClockReader.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the dates of one text among its tokens. Confined to one call. */
final class DateReader {
    private static final Set<String> DAY_MARKS = Set.of("日", "일", "号", "號");

    private static final int LONGEST_YEAR_SUFFIX = 4;

    private final String text;
    private final DateLocale locale;
    private final List<DateToken> tokens;
    private final DayReader days;

    /** @param whole whether the text is to be nothing but a date, so that short years can be believed */
    DateReader(String text, DateLocale locale, boolean whole) {
        this.text = text;
        this.locale = locale;
        this.tokens = DateTokenizer.tokens(text);
        this.days = new DayReader(tokens, locale, whole);
    }

    /** All dates, in the order of the text. */
    List<WrittenDate> all() {
        List<WrittenDate> dates = new ArrayList<>();
        int at = 0;
        int from = 0;
        while (at < tokens.size()) {
            Optional<DayReading> day = days.at(at);
            if (day.isPresent()) {
                DayReading settled = settle(day.get());
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
            Optional<DayReading> day = days.at(at);
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
    private Span span(DayReading day, int from) {
        ClockReader reader = new ClockReader(tokens, text, locale);
        Optional<Clock> after = reader.after(day.end(), day.date());
        Optional<Clock> clock = after.or(() -> reader.before(from, day.start(), day.date()));
        int first = clock.map(c -> Math.min(c.start(), day.start())).orElse(day.start());
        int last = clock.map(c -> Math.max(c.end(), day.end())).orElse(day.end());
        int start = withWeekday(first, from);
        int end = withYearSuffix(last);
        WrittenDate date = new WrittenDate(
                day.date(),
                day.exchanged(),
                clock.map(Clock::time).orElse(null),
                clock.map(Clock::offset).orElse(null),
                tokens.get(start).start(),
                tokens.get(end - 1).end());
        return new Span(date, start, end);
    }

    /** Where the weekday before the date begins: "Mi., 23.04.2025". */
    private int withWeekday(int start, int from) {
        int before = start - 1;
        while (before >= from && (token(before).isSign(",") || token(before).isSign("."))) {
            before--;
        }
        return before >= from && isWeekday(before) ? before : start;
    }

    /** Where "г." behind the year ends. */
    private int withYearSuffix(int end) {
        DateToken suffix = token(end);
        if (end == 0 || !suffix.isWord() || suffix.key().length() > LONGEST_YEAR_SUFFIX || !isYearSuffix(end)) {
            return end;
        }
        return token(end + 1).isSign(".") ? end + 2 : end + 1;
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
        while (at < tokens.size()
                && (isWeekday(at)
                        || tokens.get(at).isSign(",")
                        || tokens.get(at).isSign("."))) {
            at++;
        }
        DateToken next = token(at);
        if (next.isNone()) {
            return true;
        }
        boolean last = at == tokens.size() - 1;
        boolean mark = next.key().equals("z") || next.key().equals("h") || DAY_MARKS.contains(next.key());
        boolean sameYear = next.digits() == 4 && next.value() == date.day().getYear();
        boolean zone = next.isWord() && ZoneNames.isZone(next.key());
        boolean year = next.key().length() <= LONGEST_YEAR_SUFFIX && next.isWord() && isYearSuffix(at);
        return last && (mark || zone || year || sameYear)
                || next.isSign("(") && tokens.get(tokens.size() - 1).isSign(")");
    }

    /** "г.", "р.", "року": what follows the year in some languages. */
    private boolean isYearSuffix(int at) {
        DateToken before = tokens.get(at - 1);
        return before.digits() == 4
                && Character.UnicodeScript.of(tokens.get(at).key().codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
    }

    private boolean isWeekday(int at) {
        return tokens.get(at).isWord() && DateNames.weekday(tokens.get(at).key(), locale.language()) != null;
    }

    /** Lets the weekday beside an ambiguous day decide, where it fits one of the readings. */
    private DayReading settle(DayReading day) {
        LocalDate exchanged = day.exchanged();
        if (exchanged == null) {
            return day;
        }
        for (int i = Math.max(0, day.start() - 3); i < Math.min(tokens.size(), day.end() + 3); i++) {
            DateToken token = tokens.get(i);
            DayOfWeek weekday = token.isWord() ? DateNames.weekday(token.key(), locale.language()) : null;
            boolean first = weekday == day.date().getDayOfWeek();
            if (weekday != null && first != (weekday == exchanged.getDayOfWeek())) {
                return new DayReading(first ? day.date() : exchanged, null, day.start(), day.end());
            }
        }
        return day;
    }

    private DateToken token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : DateToken.NONE;
    }
}
