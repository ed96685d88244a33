package io.newsfold.enrich.tag;

import io.newsfold.contract.Entity;
import io.newsfold.enrich.clean.Cleaned;
import java.util.List;

/**
 * A clean text with its entities.
 *
 * @param cleaned the text, with the flags of the tagger
 * @param entities the most salient first, then by id
 */
public record Tagged(Cleaned cleaned, List<Entity> entities) {
    public Tagged {
        entities = List.copyOf(entities);
    }
}
