package io.newsfold.enrich.clean.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page declares about its article in one place only, so that there is nothing to choose from.
 *
 * @param section of the newspaper; null where the page names none
 * @param description of the article, may be empty
 * @param articleBody the text of the article, may be empty
 * @param canonical the address that the page gives as its own, unchecked; null where it gives none
 * @param isAccessibleForFree null where the page does not say
 * @param types types of schema.org that the page gives its first article
 * @param aiOptOut whether the page asks machines that learn to stay away
 */
public record DeclaredMetadata(
        @Nullable String section,
        String description,
        String articleBody,
        @Nullable String canonical,
        @Nullable Boolean isAccessibleForFree,
        List<String> types,
        boolean aiOptOut) {
    static final DeclaredMetadata NONE = new DeclaredMetadata(null, "", "", null, null, List.of(), false);

    public DeclaredMetadata {
        types = List.copyOf(types);
    }
}
