package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entity that a mention means.
 *
 * @param identity the same for all mentions of the entity in all articles; its id is made from this
 * @param known null where no table has the entity, or several entities fit
 * @param candidates the Wikidata ids of the entities that fit where there are several; sorted
 */
record ResolvedEntity(
        String identity,
        EntityType type,
        String name,
        @Nullable KnownEntity known,
        List<String> candidates) {
    ResolvedEntity {
        candidates = List.copyOf(candidates);
    }

    /** An entity of a table. */
    static ResolvedEntity of(KnownEntity known) {
        return new ResolvedEntity(identity(known), known.type(), known.name(), known, List.of());
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

    /** An entity that no table has. */
    static ResolvedEntity unknown(EntityType type, String name, String key) {
        return ambiguous(type, name, key, List.of());
    }

    /** The entity of a name for which several candidates fit. */
    static ResolvedEntity ambiguous(EntityType type, String name, String key, List<String> candidates) {
        return new ResolvedEntity(identity(type, key), type, name, null, candidates);
    }

    private static String identity(EntityType type, String key) {
        return type + "|" + key;
    }

    /** The user's id; null where the user's gazetteer does not have the entity. */
    @Nullable
    String ownId() {
        return known == null ? null : known.id();
    }

    @Nullable
    String wikidata() {
        return known == null ? null : known.wikidata();
    }

    /** The version of the user's gazetteer where it has the entity, or null. */
    @Nullable
    String gazetteer() {
        return known == null ? null : known.gazetteer();
    }

    /** The one with the longer name where no table has the entity; this one if they are equally long. */
    ResolvedEntity orLonger(ResolvedEntity other) {
        return known == null && other.name.length() > name.length() ? other : this;
    }
}
