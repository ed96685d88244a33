package io.newsfold.text.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calendars whose dates are read; each year of the news belongs to one of them. */
enum YearCount {
    GREGORIAN(1900, 2099),
    /** Years since the Buddha, with the months of the Gregorian calendar. */
    BUDDHIST(2443, 2642),
    /** The solar years of Iran and Afghanistan, with months of their own. */
    PERSIAN(1300, 1499);

    private static final int BUDDHIST_EPOCH = 543;
    private static final int MONTHS = 12;
    private static final int LONGEST_MONTH = 31;

    private final int first;
    private final int last;

    YearCount(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /**
     * In which calendar the year is: by its size, and where that is not enough, by the month or the language.
     *
     * @param ofMonth the calendar that has a month of this name; null where the month is a number
     */
    static Optional<YearCount> of(long year, @Nullable YearCount ofMonth, String language) {
        if (ofMonth == PERSIAN) {
            return Optional.of(PERSIAN);
        }
        if (GREGORIAN.has(year)) {
            return Optional.of(GREGORIAN);
        }
        if (BUDDHIST.has(year)) {
            return Optional.of(BUDDHIST);
        }
        boolean persian = ofMonth == null && Set.of("fa", "ps").contains(language);
        return persian && PERSIAN.has(year) ? Optional.of(PERSIAN) : Optional.empty();
    }

    boolean has(long year) {
        return year >= first && year <= last;
    }

    /** Empty where there is no such day. */
    Optional<LocalDate> day(long year, long month, long day) {
        if (!has(year) || month < 1 || month > MONTHS || day < 1 || day > LONGEST_MONTH) {
            return Optional.empty();
        }
        return switch (this) {
            case GREGORIAN -> gregorian(year, month, day);
            case BUDDHIST -> gregorian(year - BUDDHIST_EPOCH, month, day);
            case PERSIAN -> persian((int) year, (int) month, (int) day);
        };
    }

    private static Optional<LocalDate> gregorian(long year, long month, long day) {
        boolean exists = day <= YearMonth.of((int) year, (int) month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of((int) year, (int) month, (int) day)) : Optional.empty();
    }

    /** A new calendar of Iran, in UTC. */
    static Calendar persianCalendar() {
        return Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("fa@calendar=persian"));
    }

    private static Optional<LocalDate> persian(int year, int month, int day) {
        Calendar calendar = persianCalendar();
        calendar.clear();
        calendar.set(year, month - 1, day);
        boolean exists = calendar.get(Calendar.MONTH) == month - 1 && calendar.get(Calendar.DAY_OF_MONTH) == day;
        return exists
                ? Optional.of(
                        calendar.getTime().toInstant().atZone(ZoneOffset.UTC).toLocalDate())
                : Optional.empty();
    }
}
