package io.newsfold.text.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day among the tokens of a text.
 *
 * @param exchanged the day where the month is read as the day; null where only one reading is possible
 * @param start index of its first token
 * @param end index after its last token
 */
record DayReading(LocalDate date, @Nullable LocalDate exchanged, int start, int end) {}
