package io.newsfold.text.date;

/** Which of two small numbers of a date is the day. */
enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** Dates begin with the year, or the language has both orders. */
    UNKNOWN
}
