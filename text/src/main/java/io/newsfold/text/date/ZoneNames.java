package io.newsfold.text.date;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Time zones by the abbreviations that clocks of the news bear. */
final class ZoneNames {
    /** Abbreviations with one meaning; those of North America, where the Internet's mail standard fixed them, too. */
    private static final Map<String, String> OFFSETS = Map.ofEntries(
            Map.entry("z", "Z"),
            Map.entry("ut", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("wet", "Z"),
            Map.entry("west", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("met", "+01:00"),
            Map.entry("mez", "+01:00"),
            Map.entry("wat", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("mest", "+02:00"),
            Map.entry("mesz", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("cat", "+02:00"),
            Map.entry("sast", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("eat", "+03:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("мск", "+03:00"),
            Map.entry("trt", "+03:00"),
            Map.entry("pkt", "+05:00"),
            Map.entry("npt", "+05:45"),
            Map.entry("wib", "+07:00"),
            Map.entry("ict", "+07:00"),
            Map.entry("wita", "+08:00"),
            Map.entry("sgt", "+08:00"),
            Map.entry("hkt", "+08:00"),
            Map.entry("pht", "+08:00"),
            Map.entry("awst", "+08:00"),
            Map.entry("wit", "+09:00"),
            Map.entry("jst", "+09:00"),
            Map.entry("kst", "+09:00"),
            Map.entry("acst", "+09:30"),
            Map.entry("acdt", "+10:30"),
            Map.entry("aest", "+10:00"),
            Map.entry("aedt", "+11:00"),
            Map.entry("nzst", "+12:00"),
            Map.entry("nzdt", "+13:00"),
            Map.entry("brt", "-03:00"),
            Map.entry("art", "-03:00"),
            Map.entry("adt", "-03:00"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("akst", "-09:00"),
            Map.entry("akdt", "-08:00"),
            Map.entry("hst", "-10:00"));

    /** Abbreviations for whatever holds in a zone at the time. */
    private static final Map<String, String> ZONES = Map.of(
            "et", "America/New_York",
            "ct", "America/Chicago",
            "mt", "America/Denver",
            "pt", "America/Los_Angeles");

    /** Abbreviations that countries use for zones of their own: what each means where. */
    private static final Map<String, Map<String, String>> OFFSETS_BY_REGION = Map.of(
            "ist", Map.of("IN", "+05:30", "IE", "+01:00", "IL", "+02:00"),
            "bst", Map.of("GB", "+01:00", "BD", "+06:00"),
            "cst", Map.of("US", "-06:00", "CA", "-06:00", "MX", "-06:00", "CN", "+08:00", "TW", "+08:00"),
            "ast", Map.of("CA", "-04:00", "PR", "-04:00", "SA", "+03:00", "AE", "+03:00"));

    /** What an abbreviation of several countries means where the region is not known but the language is. */
    private static final Map<String, String> REGIONS_BY_LANGUAGE = Map.of(
            "hi", "IN", "bn", "IN", "ta", "IN", "te", "IN", "mr", "IN", "gu", "IN", "zh", "CN", "he", "IL", "ar", "SA");

    private static final Map<String, String> MOST_COMMON = Map.of("bst", "+01:00", "cst", "-06:00");
    private static final Set<String> PREFIXES = Set.of("utc", "gmt");

    private ZoneNames() {}

    /** Empty where the word is no abbreviation or does not say which of several zones it means. */
    static Optional<ZoneOffset> offset(String key, DateLocale locale, LocalDateTime time) {
        String fixed = OFFSETS.get(key);
        if (fixed != null) {
            return Optional.of(ZoneOffset.of(fixed));
        }
        String zone = ZONES.get(key);
        return zone == null
                ? byRegion(key, locale)
                : Optional.of(ZoneId.of(zone).getRules().getOffset(time));
    }

    private static Optional<ZoneOffset> byRegion(String key, DateLocale locale) {
        Map<String, String> byRegion = OFFSETS_BY_REGION.getOrDefault(key, Map.of());
        Set<String> regions = locale.regions().isEmpty()
                ? Set.of(REGIONS_BY_LANGUAGE.getOrDefault(locale.language(), ""))
                : locale.regions();
        return regions.stream()
                .map(byRegion::get)
                .filter(offset -> offset != null)
                .findFirst()
                .or(() -> Optional.ofNullable(MOST_COMMON.get(key)))
                .map(ZoneOffset::of);
    }

    /** Whether the word is an abbreviation at all. */
    static boolean isZone(String key) {
        return OFFSETS.containsKey(key) || ZONES.containsKey(key) || OFFSETS_BY_REGION.containsKey(key);
    }

    /** Whether a difference can follow the abbreviation: "GMT+7". */
    static boolean isPrefix(String key) {
        return PREFIXES.contains(key);
    }

    /** The offset of a zone by its name in the time zone database, such as {@code Europe/Prague}. */
    static Optional<ZoneOffset> ofRegion(String name, LocalDateTime time) {
        String known = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(ZoneId.of(known).getRules().getOffset(time));
    }
}
