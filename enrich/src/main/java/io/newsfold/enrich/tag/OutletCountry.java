package io.newsfold.enrich.tag;

import com.ibm.icu.util.ULocale;
import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.EntityCandidate;
import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.entity.TableEntity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The country that an outlet's address ends in: a name there is rather a place or person of that country. */
final class OutletCountry {
    /** Endings of countries that anybody takes. */
    private static final Set<String> FOR_ANYBODY = Set.of(
            "ac", "ag", "ai", "am", "cc", "cd", "co", "fm", "gg", "im", "io", "is", "la", "ly", "me", "ms", "nu", "re",
            "sh", "st", "to", "tv", "ws");

    private static final Map<String, String> BY_ENDING = byEnding();

    private OutletCountry() {}

    /** The Wikidata id of the country, or null where the address tells none. */
    static @Nullable String of(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            String host = new URI(url).getHost();
            return host == null
                    ? null
                    : BY_ENDING.get(host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static Map<String, String> byEnding() {
        Map<String, String> ids = new HashMap<>();
        for (String country : ULocale.getISOCountries()) {
            String name = new ULocale("und", country).getDisplayCountry(ULocale.ENGLISH);
            String ending = country.equals("GB") ? "uk" : country.toLowerCase(Locale.ROOT);
            if (!FOR_ANYBODY.contains(ending)) {
                EntityTable.shipped().candidates(EntityType.PLACE, name).stream()
                        .map(EntityCandidate::entity)
                        .filter(entity -> entity.wikidata() != null)
                        .findFirst()
                        .map(TableEntity::id)
                        .ifPresent(id -> ids.put(ending, id));
            }
        }
        return ids;
    }
}
