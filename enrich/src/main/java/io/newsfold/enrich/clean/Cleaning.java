package io.newsfold.enrich.clean;

import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a delivery: an article's text, or a rejection. */
public sealed interface Cleaning {
    /** The text, where there is one; one element or none. */
    default List<Cleaned> texts() {
        return List.of();
    }

    /** The rejection, where there is one; one element or none. */
    default List<Rejection> rejections() {
        return List.of();
    }

    /**
     * It is an article.
     *
     * @param sourceId the id that the input gave, where it gave one
     */
    record Cleaned(RawArticle raw, @Nullable String sourceId, CleanText text) implements Cleaning {
        @Override
        public List<Cleaned> texts() {
            return List.of(this);
        }

        /** The same with one more flag. */
        public Cleaned flagged(String flag) {
            return new Cleaned(raw, sourceId, text.flagged(flag));
        }
    }

    /** It cannot be used. */
    record Rejected(Rejection rejection) implements Cleaning {
        @Override
        public List<Rejection> rejections() {
            return List.of(rejection);
        }
    }
}
