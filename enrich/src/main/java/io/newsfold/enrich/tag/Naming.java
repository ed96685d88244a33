package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * One place in the text that may name something.
 *
 * @param type null where only the rest of the article can tell what a single word is
 * @param hint what a single word is if the rest of the article does not tell; null where it is nothing then
 * @param start index of the first char
 * @param end index after the last char
 * @param nextToken where the search goes on
 */
record Naming(
        String name, @Nullable EntityType type, @Nullable EntityType hint, int start, int end, int nextToken) {

    boolean isFullName() {
        return type == EntityType.PERSON && name.indexOf(' ') > 0;
    }
}
