package io.newsfold.text.date;

/**
 * A month by its name.
 *
 * @param number from 1
 */
record MonthName(int number, YearCount count) {}
