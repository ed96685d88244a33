package io.newsfold.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as text for people. Times are in UTC. */
public final class DisplayText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private DisplayText() {}

    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** @param day days since 1970 */
    public static String day(long day) {
        return DAY.format(LocalDate.ofEpochDay(day));
    }

    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    public static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    /** As in {@code 1 article}, {@code 2 articles}, {@code 1 story}, {@code 2 stories}. */
    public static String count(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? noun : plural);
    }

    /** A code for people: lower case, spaces for underlines. */
    public static String words(Object code) {
        return code.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static String publisher(@Nullable String publisher) {
        return publisher == null ? "unknown source" : publisher;
    }

    /** Whether an address is safe in a link. */
    public static boolean isWeb(@Nullable String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://"));
    }
}
