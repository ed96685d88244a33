package io.newsfold.enrich.stream;

import io.newsfold.contract.RawArticle;
import io.newsfold.enrich.tag.Tagged;
import org.jspecify.annotations.Nullable;

/**
 * A usable delivery.
 *
 * @param tagged null for a withdrawal
 */
record Delivered(RawArticle raw, @Nullable Tagged tagged) {
    static Delivered of(Tagged tagged) {
        return new Delivered(tagged.cleaned().raw(), tagged);
    }

    static Delivered withdrawal(RawArticle raw) {
        return new Delivered(raw, null);
    }
}
