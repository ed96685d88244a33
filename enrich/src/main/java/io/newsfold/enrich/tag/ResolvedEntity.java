package io.newsfold.enrich.tag;

import io.newsfold.contract.Entity.Resolution;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.GeoPoint;
import io.newsfold.enrich.entity.NameKey;
import io.newsfold.enrich.entity.TableEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entity that a mention means.
 *
 * @param identity the same for all mentions of the entity in all articles; its id is made from this
 * @param known null where neither the alias table nor the gazetteer has the entity, or several entities fit
 * @param inTable what a table of entities has of it, or null
 * @param resolution why it is this one of the table's; null where no table decided
 * @param candidates the Wikidata ids of the entities that fit where there are several; sorted
 */
record ResolvedEntity(
        String identity,
        EntityType type,
        String name,
        @Nullable KnownEntity known,
        @Nullable TableEntity inTable,
        @Nullable Resolution resolution,
        List<String> candidates) {
    ResolvedEntity {
        candidates = List.copyOf(candidates);
    }

    /**
     * An entity of the alias table or the gazetteer.
     *
     * @param inTable what a table of entities has of it, or null
     */
    static ResolvedEntity of(KnownEntity known, @Nullable TableEntity inTable) {
        return new ResolvedEntity(identity(known), known.type(), known.name(), known, inTable, null, List.of());
    }

    private static String identity(KnownEntity known) {
        if (known.id() != null) {
            return "own|" + known.id();
        }
        if (known.wikidata() != null) {
            return "wikidata|" + known.wikidata();
        }
        return identity(known.type(), NameKey.of(known.type(), known.name()));
    }

    /**
     * An entity of a table of entities.
     *
     * @param type the type that its name seems to be, for one whose class tells none
     */
    static ResolvedEntity of(TableEntity entity, @Nullable Resolution resolution, EntityType type) {
        EntityType ownType = entity.type();
        return new ResolvedEntity(
                (entity.wikidata() == null ? "own|" : "wikidata|") + entity.id(),
                ownType == null ? type : ownType,
                entity.name(),
                null,
                entity,
                resolution,
                List.of());
    }

    /** An entity that no table has. */
    static ResolvedEntity unknown(EntityType type, String name, String key) {
        return ambiguous(type, name, key, List.of());
    }

    /** The entity of a name for which several candidates fit. */
    static ResolvedEntity ambiguous(EntityType type, String name, String key, List<String> candidates) {
        return new ResolvedEntity(identity(type, key), type, name, null, null, null, candidates);
    }

    private static String identity(EntityType type, String key) {
        return type + "|" + key;
    }

    /** Whether a table has it, so that its name is not taken from the article. */
    boolean isInTable() {
        return known != null || inTable != null;
    }

    /** The id of the user's gazetteer or table; null where the entity is in none. */
    @Nullable
    String ownId() {
        if (known == null) {
            return inTable == null || inTable.wikidata() != null ? null : inTable.id();
        }
        return known.id();
    }

    @Nullable
    String wikidata() {
        if (known == null) {
            return inTable == null ? null : inTable.wikidata();
        }
        return known.wikidata();
    }

    /** Where it is, if it is a place. */
    @Nullable
    GeoPoint geo() {
        return type == EntityType.PLACE && inTable != null ? inTable.geo() : null;
    }

    /** The version of the user's gazetteer where it has the entity, or null. */
    @Nullable
    String gazetteer() {
        return known == null ? null : known.gazetteer();
    }

    /** The one with the longer name where no table has the entity; this one if they are equally long. */
    ResolvedEntity orLonger(ResolvedEntity other) {
        return !isInTable() && other.name.length() > name.length() ? other : this;
    }
}
