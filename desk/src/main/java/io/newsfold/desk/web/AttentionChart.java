package io.newsfold.desk.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Articles over time as bars: of days, weeks from Monday, or months, whatever makes at most {@value #MOST_BARS}. The
 * first bars of a longer time are left out and counted.
 *
 * @param unit day, week or month
 * @param bars all between the first and the last, those without articles too
 * @param most articles of the highest bar
 * @param earlier articles before the first bar
 * @param undated articles without a date
 */
public record AttentionChart(String unit, List<Bar> bars, long most, long earlier, long undated) {
    private static final int MOST_BARS = 60;
    private static final int ROOM_FOR_THREE = 12;
    private static final int MOST_DAYS = 60;
    private static final int MOST_WEEKS_IN_DAYS = 365;

    /**
     * A bar.
     *
     * @param from its first day
     * @param until the day after its last
     * @param x left edge in percent
     * @param width in percent
     * @param height in percent of the highest
     * @param address of the articles in it; null where it has none
     */
    public record Bar(
            LocalDate from,
            LocalDate until,
            long articles,
            double x,
            double width,
            double height,
            @Nullable String address) {}

    public AttentionChart {
        bars = List.copyOf(bars);
    }

    /**
     * The chart of counts by day.
     *
     * @param days number of articles by day, in days since 1970
     * @param all number of articles, those without a date too
     * @param address of the articles from a day until before another
     */
    static AttentionChart of(SortedMap<Long, Long> days, long all, BiFunction<LocalDate, LocalDate, String> address) {
        long dated = days.values().stream().mapToLong(Long::longValue).sum();
        if (days.isEmpty()) {
            return new AttentionChart("day", List.of(), 0, 0, all);
        }
        ChronoUnit unit = unit(days.lastKey() - days.firstKey() + 1);
        SortedMap<LocalDate, Long> counts = new TreeMap<>();
        days.forEach((day, count) -> counts.merge(begin(LocalDate.ofEpochDay(day), unit), count, Long::sum));
        List<LocalDate> begins = begins(counts, unit);
        long most = 1;
        long shown = 0;
        for (LocalDate begin : begins) {
            long count = counts.getOrDefault(begin, 0L);
            most = Math.max(most, count);
            shown += count;
        }
        double step = 100.0 / begins.size();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            LocalDate from = begins.get(i);
            LocalDate until = from.plus(1, unit);
            long count = counts.getOrDefault(from, 0L);
            bars.add(new Bar(
                    from,
                    until,
                    count,
                    i * step,
                    Math.min(step * 0.85, 8),
                    100.0 * count / most,
                    count == 0 ? null : address.apply(from, until)));
        }
        return new AttentionChart(name(unit), bars, most, dated - shown, all - dated);
    }

    private static String name(ChronoUnit unit) {
        return unit == ChronoUnit.DAYS ? "day" : unit == ChronoUnit.WEEKS ? "week" : "month";
    }

    private static ChronoUnit unit(long days) {
        return days <= MOST_DAYS ? ChronoUnit.DAYS : days <= MOST_WEEKS_IN_DAYS ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
    }

    private static LocalDate begin(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    /** The first days of all bars, the last of them at most. */
    private static List<LocalDate> begins(SortedMap<LocalDate, Long> counts, ChronoUnit unit) {
        LocalDate last = counts.lastKey();
        LocalDate first = counts.firstKey();
        LocalDate earliest = last.minus(MOST_BARS - 1L, unit);
        List<LocalDate> begins = new ArrayList<>();
        for (LocalDate day = first.isBefore(earliest) ? earliest : first; !day.isAfter(last); day = day.plus(1, unit)) {
            begins.add(day);
        }
        return begins;
    }

    /** The bars that have articles. */
    public List<Bar> filled() {
        return bars.stream().filter(bar -> bar.articles() > 0).toList();
    }

    /** The days below the axis: of the first bar, one in the middle, and the last. */
    public Map<String, Bar> labels() {
        Map<String, Bar> labels = new TreeMap<>();
        labels.put("start", bars.get(0));
        if (bars.size() >= ROOM_FOR_THREE) {
            labels.put("middle", bars.get(bars.size() / 2));
        }
        if (bars.size() > 1) {
            labels.put("end", bars.get(bars.size() - 1));
        }
        return labels;
    }
}
