package io.newsfold.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an article as it was observed.
 *
 * @param sha256 as in {@link CleanArticle.Version#sha256()}
 * @param fetched its fetch times after the last withdrawal: at least one
 * @param sketches of its deliveries, whose pages may differ; empty for records of earlier builds
 */
public record ObservedVersion(String sha256, Collection<Instant> fetched, Collection<TextSketch> sketches) {
    public ObservedVersion {
        fetched = List.copyOf(fetched);
        sketches = List.copyOf(sketches);
        if (fetched.isEmpty()) {
            throw new IllegalArgumentException("version " + sha256 + " has no fetch time");
        }
    }

    Instant first() {
        return Collections.min(fetched);
    }

    Instant last() {
        return Collections.max(fetched);
    }

    /** Whether this version had been fetched when {@code other} was fetched last. */
    boolean isKnownBefore(ObservedVersion other) {
        return !first().isAfter(other.last());
    }

    /** Doubtful where each of its deliveries is, a teaser where one is; null where no delivery has a sketch. */
    @Nullable
    TextSketch sketch() {
        if (sketches.isEmpty()) {
            return null;
        }
        TextSketch any = sketches.iterator().next(); // the text is the same, and so are its hashes
        return new TextSketch(
                sketches.stream().allMatch(TextSketch::doubtful),
                sketches.stream().anyMatch(TextSketch::teaser),
                any.notice(),
                any.letters(),
                any.headline(),
                any.sentences(),
                any.ending());
    }
}
