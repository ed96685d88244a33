package io.newsfold.text.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date as a text has it.
 *
 * @param day as written
 * @param exchanged the day where the month is read as the day; null where only one reading is possible
 * @param time null where the text has none
 * @param offset of the time; null where the text has none
 * @param start offset of its first character in the text
 * @param end offset after its last character
 */
public record WrittenDate(
        LocalDate day,
        @Nullable LocalDate exchanged,
        @Nullable LocalTime time,
        @Nullable ZoneOffset offset,
        int start,
        int end) {

    /** With the offset that it has, else in UTC; a day alone is its midnight in UTC. */
    public OffsetDateTime date() {
        return at(day);
    }

    /** Whether nothing says which of its numbers is the day. */
    public boolean isAmbiguous() {
        return exchanged != null;
    }

    /** The other reading; the same one where there is no other. */
    public OffsetDateTime other() {
        return at(exchanged == null ? day : exchanged);
    }

    private OffsetDateTime at(LocalDate date) {
        LocalTime clock = time == null ? LocalTime.MIDNIGHT : time;
        return date.atTime(clock).atOffset(time == null || offset == null ? ZoneOffset.UTC : offset);
    }
}
