package io.newsfold.text.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the time of day beside a date: "14:05", "14h05", "2:05 p.m.", "下午2:05", with its zone. */
final class ClockReader {
    private static final Set<String> HOUR_MARKS = Set.of("h", "u", "時", "时", "點", "点", "시", "uhr", "t");
    private static final Set<String> MINUTE_MARKS = Set.of("分", "분", "m", "min", "秒", "초", "h", "uhr", "น", "s");
    private static final int MOST_BEFORE = 12;
    private static final int MOST_FILLERS = 5;
    private static final int LONGEST_FILLER = 14;
    private static final int HOURS = 24;
    private static final int HALF_DAY = 12;
    private static final int SIXTY = 60;
    private static final int FRACTION_DIGITS = 9;

    private final List<DateToken> tokens;
    private final String text;
    private final DateLocale locale;
    private int at;
    private @Nullable BitSet partOfDay;
    private int hour;
    private int minute;
    private int second;
    private int nano;

    ClockReader(List<DateToken> tokens, String text, DateLocale locale) {
        this.tokens = tokens;
        this.text = text;
        this.locale = locale;
    }

    /**
     * A time of day.
     *
     * @param time null where a zone is named and which one is not known: then only the day is
     * @param start index of its first token
     * @param end index after its last token
     */
    record Clock(@Nullable LocalTime time, @Nullable ZoneOffset offset, int start, int end) {}

    /** The time after the token at {@code from - 1}, with a few words or signs between. */
    Optional<Clock> after(int from, LocalDate day) {
        BitSet before = null;
        for (int start = from; start < tokens.size() && start - from <= MOST_FILLERS; start++) {
            DateToken token = tokens.get(start);
            if (token.isNumber()) {
                return read(start, before, day);
            }
            if (!isFiller(token)) {
                return Optional.empty();
            }
            BitSet hours = token.isWord() ? DateNames.hours(token.key(), locale.language()) : null;
            before = hours == null ? before : hours;
        }
        return Optional.empty();
    }

    private static boolean isFiller(DateToken token) {
        return token.isWord() ? token.key().length() <= LONGEST_FILLER : ",-|.·•/(:@".contains(token.key());
    }

    /**
     * The time from the token at {@code from} on that ends before the one at {@code end}, with at most two words or
     * signs between.
     */
    Optional<Clock> before(int from, int end, LocalDate day) {
        BitSet hours = null;
        for (int start = Math.max(from, end - MOST_BEFORE); start < end; start++) {
            DateToken token = tokens.get(start);
            if (token.isWord()) {
                hours = DateNames.hours(token.key(), locale.language());
            }
            if (token.isNumber()) {
                Optional<Clock> clock = read(start, hours, day);
                if (clock.isPresent()
                        && clock.get().end() <= end
                        && end - clock.get().end() <= 3) {
                    return clock;
                }
                hours = null;
            }
        }
        return Optional.empty();
    }

    private Optional<Clock> read(int start, @Nullable BitSet before, LocalDate day) {
        at = start;
        partOfDay = before;
        minute = 0;
        second = 0;
        nano = 0;
        if (!(readCompact() || readHour() && readMinutes())) {
            return Optional.empty();
        }
        readPartOfDay();
        if (!settleHour()) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.of(hour, minute, second, nano);
        OffsetReader zone = new OffsetReader(tokens, text, locale, at);
        ZoneOffset offset = zone.read(day, time);
        boolean isUnclear = offset == null && zone.end() > at; // a zone is named, and which of several is not known
        return Optional.of(new Clock(isUnclear ? null : time, offset, start, zone.end()));
    }

    /** Four or six digits behind a T. */
    private boolean readCompact() {
        DateToken token = tokens.get(at);
        boolean marked = at > 0 && tokens.get(at - 1).key().equals("t") && !token.spaced();
        if (!marked || token.digits() != 4 && token.digits() != 6) {
            return false;
        }
        int value = (int) token.value();
        int seconds = token.digits() == 6 ? value % 100 : 0;
        int rest = token.digits() == 6 ? value / 100 : value;
        hour = rest / 100;
        minute = rest % 100;
        second = seconds;
        at++;
        return hour < HOURS && minute < SIXTY && second < SIXTY;
    }

    private boolean readHour() {
        DateToken token = tokens.get(at);
        hour = (int) token.value();
        at++;
        return token.isShortNumber() && hour < HOURS;
    }

    /** What follows the hour: minutes behind a sign or a word, or a word that says that this is an hour. */
    private boolean readMinutes() {
        DateToken sign = token(at);
        if (sign.isNone()) {
            return false;
        }
        boolean mark = sign.isWord() && HOUR_MARKS.contains(sign.key());
        boolean point = sign.isSign(".") && !sign.spaced();
        if (!mark && !point && !sign.isSign(":")) {
            return sign.isWord() && isPartOfDay(sign);
        }
        DateToken minutes = token(at + 1);
        boolean two = minutes.digits() == 2 && minutes.value() < SIXTY;
        if (!two || minutes.spaced() && !mark) {
            at += mark ? 1 : 0;
            return mark && !sign.key().equals("t");
        }
        minute = (int) minutes.value();
        at += 2;
        if (point && isPointAndNumber(at)) {
            return false; // a date with points
        }
        skipMinuteMark();
        readSeconds();
        return true;
    }

    private boolean isPointAndNumber(int index) {
        DateToken point = token(index);
        DateToken number = token(index + 1);
        return point.isSign(".") && !point.spaced() && number.isNumber() && !number.spaced();
    }

    private void skipMinuteMark() {
        DateToken mark = token(at);
        if (mark.isWord() && MINUTE_MARKS.contains(mark.key())) {
            at++;
        }
    }

    private void readSeconds() {
        DateToken sign = token(at);
        DateToken seconds = token(at + 1);
        boolean marked = at > 0
                && "分분".contains(tokens.get(at - 1).key())
                && !tokens.get(at - 1).key().isEmpty();
        if (marked && sign.digits() == 2 && seconds.isWord() && "秒초".contains(seconds.key())) {
            second = (int) Math.min(sign.value(), SIXTY - 1);
            at += 2;
            return;
        }
        boolean two = sign.isSign(":") && seconds.digits() == 2;
        if (!two || seconds.value() > SIXTY) {
            return;
        }
        second = (int) Math.min(seconds.value(), SIXTY - 1); // a leap second
        at += 2;
        DateToken point = token(at);
        DateToken fraction = token(at + 1);
        boolean fractional = (point.isSign(".") || point.isSign(",")) && !point.spaced();
        if (fractional && fraction.isNumber() && !fraction.spaced()) {
            nano = nanos(text.substring(fraction.start(), fraction.end()));
            at += 2;
        }
    }

    private static int nanos(String digits) {
        int nanos = 0;
        for (int i = 0; i < FRACTION_DIGITS; i++) {
            nanos = nanos * 10 + (i < digits.length() ? Math.max(0, Character.digit(digits.charAt(i), 10)) : 0);
        }
        return nanos;
    }

    private boolean isPartOfDay(DateToken token) {
        return DateNames.hours(token.key(), locale.language()) != null
                || token.key().equals("a") && isMeridiem(at)
                || token.key().equals("p") && isMeridiem(at);
    }

    /** Whether the tokens from there are "p. m.". */
    private boolean isMeridiem(int index) {
        DateToken first = token(index);
        DateToken point = token(index + 1);
        DateToken last = token(index + 2);
        return first.isWord()
                && (first.key().equals("a") || first.key().equals("p"))
                && point.isSign(".")
                && last.key().equals("m");
    }

    private void readPartOfDay() {
        DateToken word = token(at);
        if (!word.isWord()) {
            return;
        }
        if (isMeridiem(at)) {
            partOfDay = DateNames.hours(word.key() + "m", "en");
            at += 3;
            skipPoint();
            return;
        }
        BitSet hours = DateNames.hours(word.key(), locale.language());
        if (hours != null) {
            partOfDay = hours;
            at++;
            skipPoint();
        }
    }

    private void skipPoint() {
        DateToken point = token(at);
        if (point.isSign(".")) {
            at++;
        }
    }

    /** Of the two hours that a clock of twelve can mean, the one in the part of the day. */
    private boolean settleHour() {
        if (partOfDay == null || hour > HALF_DAY) {
            return true;
        }
        int morning = hour % HALF_DAY;
        if (partOfDay.get(morning)) {
            hour = morning;
            return true;
        }
        if (partOfDay.get(morning + HALF_DAY)) {
            hour = morning + HALF_DAY;
        }
        return true;
    }

    private DateToken token(int index) {
        return index < tokens.size() ? tokens.get(index) : DateToken.NONE;
    }
}
