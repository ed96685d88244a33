package io.newsfold.text.date;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.JapaneseCalendar;
import com.ibm.icu.util.TaiwanCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Names of months, weekdays, eras and parts of the day in the languages of the world, from CLDR. The page's own
 * language counts first, then English, then any other where all of them agree.
 */
final class DateNames {
    /** Languages, each with the countries that have names of their own for the months. */
    private static final List<String> LOCALES = List.of(
            "en", "de", "de_AT", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "be", "bg", "cs", "sk", "sl", "hr",
            "sr", "sr_Latn", "bs", "mk", "sq", "ro", "hu", "el", "tr", "az", "kk", "uz", "uz_Cyrl", "ky", "tg", "mn",
            "ka", "hy", "sv", "da", "nb", "nn", "no", "is", "fi", "et", "lv", "lt", "ca", "gl", "eu", "ga", "cy", "mt",
            "ar", "ar_LB", "ar_IQ", "ar_DZ", "ar_MA", "ar_MR", "ar_SA", "fa", "fa_AF", "ps", "ckb", "ur", "he", "hi",
            "bn", "mr", "gu", "pa", "ta", "te", "kn", "ml", "si", "ne", "or", "as", "th", "lo", "km", "my", "vi", "id",
            "ms", "fil", "sw", "af", "zu", "am", "ha", "yo", "ko", "ja", "zh", "zh_Hant", "en_AU", "en_GB", "hi_Latn");

    private static final int[] CONTEXTS = {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE};
    private static final int[] WIDTHS = {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED};
    private static final int SHORTEST_PREFIX = 3;
    private static final int HALF_DAY = 12;
    private static final long HOUR = 3_600_000L;
    private static final Map<String, DateNames> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Map<String, MonthName> months = new LinkedHashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();
    /** The hours of the day that a word such as "pm" can stand beside. */
    private final Map<String, BitSet> hours = new HashMap<>();
    /** Words that make a month of the number after them. */
    private final Set<String> monthMarks = new HashSet<>();

    private DateNames() {}

    /** What all languages have in common, made when the first text needs it. */
    private static final class OfAll {
        static final DateNames NAMES = ofAll();
        static final Map<String, Integer> ERAS = eras();

        private OfAll() {}
    }

    /** The names of one language; a pure function, whose results are kept because making one takes milliseconds. */
    private static DateNames of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, DateNames::make);
    }

    private static DateNames make(String language) {
        DateNames names = new DateNames();
        for (String name : LOCALES) {
            ULocale locale = new ULocale(name);
            if (locale.getLanguage().equals(language)) {
                names.addNames(locale);
                names.addPartsOfDay(locale);
            }
        }
        return names;
    }

    /** The month of that name, or that such a beginning of a name can only be; null for any other word. */
    static @Nullable MonthName month(String key, String language) {
        DateNames own = of(language);
        DateNames english = of("en");
        MonthName month = own.months.get(key);
        month = month == null ? own.monthByPrefix(key) : month;
        month = month == null ? english.months.get(key) : month;
        if (month == null && (own.weekdays.containsKey(key) || english.weekdays.containsKey(key))) {
            return null;
        }
        month = month == null ? OfAll.NAMES.months.get(key) : month;
        boolean prefixed = month == null && key.startsWith("ב") && language.equals("he"); // "in" of Hebrew
        return prefixed ? own.months.get(key.substring(1)) : month;
    }

    private @Nullable MonthName monthByPrefix(String key) {
        if (key.length() < SHORTEST_PREFIX) {
            return null;
        }
        MonthName found = null;
        for (Map.Entry<String, MonthName> month : months.entrySet()) {
            if (month.getKey().startsWith(key)) {
                if (found != null && !found.equals(month.getValue())) {
                    return null;
                }
                found = month.getValue();
            }
        }
        return found;
    }

    /** Whether the number after this word is a month. */
    static boolean isMonthMark(String key, String language) {
        return of(language).monthMarks.contains(key) || OfAll.NAMES.monthMarks.contains(key);
    }

    /** Null where the word is no weekday. */
    static @Nullable DayOfWeek weekday(String key, String language) {
        DayOfWeek own = of(language).weekdays.get(key);
        DateNames english = of("en");
        DayOfWeek day = own == null ? english.weekdays.get(key) : own;
        day = day == null && key.length() > SHORTEST_PREFIX ? english.weekdayByPrefix(key) : day;
        return day == null ? OfAll.NAMES.weekdays.get(key) : day;
    }

    private @Nullable DayOfWeek weekdayByPrefix(String key) {
        return weekdays.entrySet().stream()
                .filter(day -> day.getKey().startsWith(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The hours that the word can stand beside; null where it is no part of the day. */
    static @Nullable BitSet hours(String key, String language) {
        BitSet own = of(language).hours.get(key);
        BitSet english = own == null ? of("en").hours.get(key) : own;
        return english == null ? OfAll.NAMES.hours.get(key) : english;
    }

    /** The Gregorian year before the first one of the era; null where the word names none. */
    static @Nullable Integer yearBeforeEra(String key) {
        for (Map.Entry<String, Integer> era : OfAll.ERAS.entrySet()) {
            if (key.endsWith(era.getKey())) {
                return era.getValue();
            }
        }
        return null;
    }

    private void addNames(ULocale locale) {
        DateFormatSymbols symbols = new DateFormatSymbols(GregorianCalendar.class, locale);
        addMonths(symbols, YearCount.GREGORIAN);
        if (locale.getLanguage().equals("fa") || locale.getLanguage().equals("ps")) {
            addMonths(new DateFormatSymbols(YearCount.persianCalendar(), locale), YearCount.PERSIAN);
        }
        for (int context : CONTEXTS) {
            for (int width : WIDTHS) {
                String[] days = symbols.getWeekdays(context, width);
                for (int day = Calendar.SUNDAY; day <= Calendar.SATURDAY; day++) {
                    DayOfWeek weekday = day == Calendar.SUNDAY ? DayOfWeek.SUNDAY : DayOfWeek.of(day - 1);
                    weekdays.putIfAbsent(DateTokenizer.key(days[day]), weekday);
                }
            }
        }
        String[] halves = symbols.getAmPmStrings();
        for (int half = 0; half < halves.length; half++) {
            hours.computeIfAbsent(DateTokenizer.key(halves[half]), w -> new BitSet())
                    .set(half * HALF_DAY, (half + 1) * HALF_DAY);
        }
    }

    private void addMonths(DateFormatSymbols symbols, YearCount count) {
        for (int width : WIDTHS) {
            for (int context : CONTEXTS) {
                String[] names = symbols.getMonths(context, width);
                for (int month = 0; month < names.length && month < 12; month++) {
                    addMonth(names[month], new MonthName(month + 1, count));
                }
            }
        }
    }

    private void addMonth(String name, MonthName month) {
        List<DateToken> tokens = DateTokenizer.tokens(name);
        boolean numbered = tokens.stream().anyMatch(DateToken::isNumber);
        for (DateToken token : tokens) {
            boolean mark = numbered && token.isWord() && !tokens.get(0).isNumber();
            if (mark) {
                monthMarks.add(token.key());
            } else if (!numbered && token.isWord() && token.key().length() > 1 && token.equals(lastWord(tokens))) {
                months.putIfAbsent(token.key(), month);
            }
        }
    }

    private static @Nullable DateToken lastWord(List<DateToken> tokens) {
        return tokens.stream()
                .filter(DateToken::isWord)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private void addPartsOfDay(ULocale locale) {
        SimpleDateFormat format = new SimpleDateFormat("B", locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        for (String pattern : List.of("B", "BBBB")) {
            format.applyPattern(pattern);
            for (int hour = 0; hour < 2 * HALF_DAY; hour++) {
                String word = DateTokenizer.key(format.format(Long.valueOf(hour * HOUR)));
                hours.computeIfAbsent(word, w -> new BitSet()).set(hour);
            }
        }
    }

    private static DateNames ofAll() {
        DateNames all = new DateNames();
        Set<String> disputed = new HashSet<>();
        Map<String, DateNames> byLanguage = new LinkedHashMap<>();
        for (String name : LOCALES) {
            ULocale locale = new ULocale(name);
            byLanguage
                    .computeIfAbsent(locale.getLanguage(), l -> new DateNames())
                    .addNames(locale);
        }
        for (DateNames names : byLanguage.values()) {
            names.months.forEach((key, month) -> {
                MonthName before = all.months.putIfAbsent(key, month);
                if (before != null && !before.equals(month)) {
                    disputed.add(key);
                }
            });
            names.weekdays.forEach(all.weekdays::putIfAbsent);
            all.monthMarks.addAll(names.monthMarks);
            names.hours.forEach((word, hours) ->
                    all.hours.computeIfAbsent(word, w -> new BitSet()).or(hours));
        }
        all.months.keySet().removeAll(disputed);
        return all;
    }

    private static Map<String, Integer> eras() {
        Map<String, Integer> eras = new LinkedHashMap<>();
        String[] japanese = new DateFormatSymbols(JapaneseCalendar.class, new ULocale("ja")).getEras();
        for (int era = JapaneseCalendar.MEIJI; era < japanese.length; era++) {
            JapaneseCalendar first = new JapaneseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
            first.clear();
            first.set(Calendar.ERA, era);
            first.set(Calendar.YEAR, 2);
            eras.put(japanese[era], first.get(Calendar.EXTENDED_YEAR) - 2);
        }
        for (String locale : List.of("zh", "zh_Hant")) {
            String[] taiwan = new DateFormatSymbols(TaiwanCalendar.class, new ULocale(locale)).getEras();
            eras.put(taiwan[TaiwanCalendar.MINGUO], 1911);
        }
        return eras;
    }
}
