package io.newsfold.enrich.entity;

import io.newsfold.contract.EntityType;
import io.newsfold.contract.GeoPoint;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table knows of an entity, besides its names.
 *
 * @param id {@code Q…} of Wikidata, {@code geonames:…}, or an id of the user's
 * @param type null where its class tells none
 * @param name its usual name
 * @param description what it is, in a few words; empty where the table has none
 * @param sitelinks number of Wikipedias and other wikis that have a page on it, which tells how well it is known
 * @param population inhabitants; 0 where it has none or they are unknown
 * @param geo where it is; null for what has no place, or an unknown one
 * @param relations ids of the entities to which it belongs or from which it comes: its country, office, employer, party,
 *     region, sport
 */
public record TableEntity(
        String id,
        @Nullable EntityType type,
        String name,
        String description,
        int sitelinks,
        long population,
        @Nullable GeoPoint geo,
        List<String> relations) {
    public TableEntity {
        relations = List.copyOf(relations);
    }

    /** An entity from {@link #toBytes its bytes}. */
    public static TableEntity of(byte[] bytes) {
        return EntityRecord.decode(ByteBuffer.wrap(bytes));
    }

    /** The bytes of the entity in a table. */
    public byte[] toBytes() {
        return EntityRecord.encode(this);
    }

    /** The id where it is one of Wikidata's, or null. */
    public @Nullable String wikidata() {
        return isWikidata(id) ? id : null;
    }

    /** Whether an id is one of Wikidata's items. */
    public static boolean isWikidata(String id) {
        return id.length() > 1
                && id.length() < Long.toString(Long.MAX_VALUE).length()
                && id.charAt(0) == 'Q'
                && id.charAt(1) != '0'
                && id.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
