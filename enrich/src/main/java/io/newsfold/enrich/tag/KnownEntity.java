package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that an alias table or the user's own list has.
 *
 * @param id the user's own id; null for things of the shipped table
 * @param name its usual name
 * @param wikidata null where the table has no id for it
 * @param evidence words of which one has to stand in the article where another thing bears the same name
 * @param certain whether the name means this thing whatever it looks like in the sentence
 * @param gazetteer the version of the user's own list; null for things of the shipped table
 */
record KnownEntity(
        @Nullable String id,
        EntityType type,
        String name,
        @Nullable String wikidata,
        List<String> evidence,
        boolean certain,
        @Nullable String gazetteer) {}
