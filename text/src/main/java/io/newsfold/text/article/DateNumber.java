package io.newsfold.text.article;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Points in time that are written as numbers. */
final class DateNumber {
    private static final Pattern NUMBER = Pattern.compile("\\d{8,19}(?:\\.\\d{1,9})?(?:E\\d{1,2})?");
    private static final long LAST_SECOND = 100_000_000_000L; // in the year 5138
    private static final long LAST_MILLISECOND = 100_000_000_000_000L;

    private DateNumber() {}

    /** The time in ISO 8601; the text itself where it is no such number. */
    static String text(String text) {
        String stripped = text.strip();
        if (stripped.length() == 8 && isDay(stripped)) {
            return LocalDate.parse(stripped, DateTimeFormatter.BASIC_ISO_DATE).toString();
        }
        boolean scientific = stripped.length() < 25 && stripped.matches("\\d\\.\\d{1,18}E\\d{1,2}");
        if (!scientific && !NUMBER.matcher(stripped).matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(stripped);
        long whole = number.longValue();
        if (whole < LAST_SECOND) {
            return Instant.ofEpochMilli(number.movePointRight(3).longValue()).toString();
        }
        return Instant.ofEpochMilli(whole < LAST_MILLISECOND ? whole : whole / 1_000)
                .toString();
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate day = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            return day.getYear() >= 1900 && day.getYear() < 2100;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
