package io.newsfold.text.date;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which language, and in which parts of the world, a date was written: what decides whether 04/05/2025 is in April
 * or in May.
 *
 * @param language in lower case, empty where it is not known
 * @param regions codes of countries, in upper case, as far as the source names them
 */
public record DateLocale(String language, Set<String> regions) {
    /** Nothing is known. */
    public static final DateLocale UNKNOWN = new DateLocale("", Set.of());

    private static final Set<String> COUNTRIES = Set.of(ULocale.getISOCountries());

    /** Countries whose top-level domains sites of all the world use. */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "AD", "AI", "AS", "BZ", "CC", "CD", "CO", "DJ", "FM", "IO", "LA", "ME", "MS", "NU", "SC", "SR", "SU", "TK",
            "TO", "TV", "WS");

    private static final int MILLISECONDS = 1000;

    public DateLocale {
        regions = Set.copyOf(regions);
    }

    /**
     * The locale of a text.
     *
     * @param tags as in {@code <html lang>} and {@code og:locale}, the first one with a language decides on it; each
     *     may be empty
     * @param host of the site, whose last label can be a country's; may be empty
     */
    public static DateLocale of(List<String> tags, String host) {
        String language = "";
        Set<String> regions = new TreeSet<>();
        for (String tag : tags) {
            ULocale locale = ULocale.forLanguageTag(tag.strip().replace('_', '-'));
            language = language.isEmpty() ? locale.getLanguage().toLowerCase(Locale.ROOT) : language;
            addRegion(locale.getCountry(), regions);
        }
        String last = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        if (!OPEN_TO_ALL.contains(last)) {
            addRegion(last.equals("UK") ? "GB" : last, regions);
        }
        return new DateLocale(language, regions);
    }

    private static void addRegion(String code, Set<String> regions) {
        if (COUNTRIES.contains(code)) {
            regions.add(code);
        }
    }

    /** The same in another language. */
    public DateLocale in(String other) {
        return new DateLocale(other, regions);
    }

    /** The order that all the regions have; without one, that of the language where it has a single one. */
    DayOrder order() {
        Set<DayOrder> orders = new TreeSet<>();
        for (String region : regions) {
            orders.add(order(new ULocale(language.isEmpty() ? "und" : language, region)));
        }
        orders.remove(DayOrder.UNKNOWN);
        if (orders.size() == 1) {
            return orders.iterator().next();
        }
        boolean decided = orders.isEmpty() && !language.isEmpty() && !language.equals("en");
        return decided ? order(new ULocale(language)) : DayOrder.UNKNOWN;
    }

    /** Whether numeric dates begin with the year. */
    boolean isYearFirst() {
        if (language.isEmpty()) {
            return false;
        }
        String pattern = pattern(
                new ULocale(language, regions.size() == 1 ? regions.iterator().next() : ""));
        return pattern.indexOf('y') >= 0 && pattern.indexOf('y') < pattern.indexOf('d');
    }

    /**
     * The difference to UTC that all clocks of the country show at the time; empty where it has several, where no
     * country is known, or where the language is not the country's, as on a copy that another site keeps.
     */
    public Optional<ZoneOffset> zoneAt(Instant time) {
        Set<Integer> seconds = new TreeSet<>();
        for (String region : regions) {
            if (!ULocale.addLikelySubtags(new ULocale("und", region))
                    .getLanguage()
                    .equals(language)) {
                return Optional.empty();
            }
            for (String zone : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, region, null)) {
                seconds.add(TimeZone.getTimeZone(zone).getOffset(time.toEpochMilli()) / MILLISECONDS);
            }
        }
        return seconds.size() == 1
                ? Optional.of(ZoneOffset.ofTotalSeconds(seconds.iterator().next()))
                : Optional.empty();
    }

    private static DayOrder order(ULocale locale) {
        String pattern = pattern(locale);
        int day = pattern.indexOf('d');
        int month = pattern.indexOf('M');
        int year = pattern.indexOf('y');
        if (day < 0 || month < 0 || year < Math.max(day, month)) {
            return DayOrder.UNKNOWN;
        }
        return day < month ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
    }

    private static String pattern(ULocale locale) {
        ULocale gregorian = locale.setKeywordValue("calendar", "gregorian");
        return DateTimePatternGenerator.getInstance(gregorian).getBestPattern("yMd");
    }
}
