package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity of the shipped alias table or of the user's gazetteer.
 *
 * @param id the user's id; null for an entity of the shipped table
 * @param name its usual name
 * @param wikidata null where the table has no Wikidata id
 * @param evidence words of which the article needs one where other entities have the same name; empty for most
 * @param isUsual whether a name means it where the article speaks for none of its entities
 * @param isCertain whether a person chose its names, so that they mean it whatever type the sentence suggests
 * @param gazetteer the version of the user's gazetteer; null for an entity of the shipped table
 */
record KnownEntity(
        @Nullable String id,
        EntityType type,
        String name,
        @Nullable String wikidata,
        List<String> evidence,
        boolean isUsual,
        boolean isCertain,
        @Nullable String gazetteer) {
    KnownEntity {
        evidence = List.copyOf(evidence);
    }
}
