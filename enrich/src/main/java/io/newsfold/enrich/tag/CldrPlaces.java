package io.newsfold.enrich.tag;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Countries, and the four hundred cities after which time zones are named, in the languages of CLDR. */
public final class CldrPlaces {
    private CldrPlaces() {}

    /**
     * Calls back with the name of each place in a language, which is the English one where CLDR lacks another, and with
     * its English name.
     *
     * @param language BCP 47
     */
    public static void forEach(String language, BiConsumer<String, String> action) {
        ULocale locale = ULocale.forLanguageTag(language);
        for (String country : ULocale.getISOCountries()) {
            ULocale place = new ULocale("und", country);
            action.accept(place.getDisplayCountry(locale), place.getDisplayCountry(ULocale.ENGLISH));
        }
        TimeZoneNames cities = TimeZoneNames.getInstance(locale);
        TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            @Nullable String city = cities.getExemplarLocationName(zone);
            @Nullable String inEnglish = english.getExemplarLocationName(zone);
            if (city != null && inEnglish != null) {
                action.accept(city, inEnglish);
            }
        }
    }
}
