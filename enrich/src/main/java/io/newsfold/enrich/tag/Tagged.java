package io.newsfold.enrich.tag;

import io.newsfold.contract.Entity;
import io.newsfold.enrich.clean.Cleaned;
import java.util.List;

/**
 * A clean text and what it names.
 *
 * @param entities by salience, then id
 */
public record Tagged(Cleaned cleaned, List<Entity> entities) {
    public Tagged {
        entities = List.copyOf(entities);
    }
}
