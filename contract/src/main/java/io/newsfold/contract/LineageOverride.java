package io.newsfold.contract;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of two articles, on {@link Topic#OVERRIDES}. Of several on the same matter the latest holds.
 *
 * @param a id of an article; the smaller of the two
 * @param b id of the other
 * @param about what is said of them
 * @param is whether it is so; null takes back what was said before
 * @param time when it was said
 * @param by who said it; null where unknown
 */
public record LineageOverride(
        String schema,
        String a,
        String b,
        Matter about,
        @Nullable Boolean is,
        Instant time,
        @Nullable String by) {
    public static final String SCHEMA = "newsfold/lineage-override/1";

    private static final Comparator<LineageOverride> BY_TIME = Comparator.comparing(LineageOverride::time)
            .thenComparing(o -> String.valueOf(o.is()))
            .thenComparing(o -> String.valueOf(o.by()));

    /** What can be said of two articles. */
    public enum Matter {
        /** The later is a copy of the earlier. */
        COPY,
        /** Both belong to one story. */
        STORY
    }

    public LineageOverride {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("two different ids, the smaller first: " + a + ", " + b);
        }
    }

    /** Says something of two articles, named in any order. */
    public static LineageOverride of(
            String one, String other, Matter about, @Nullable Boolean is, Instant time, @Nullable String by) {
        boolean inOrder = one.compareTo(other) < 0;
        return new LineageOverride(SCHEMA, inOrder ? one : other, inOrder ? other : one, about, is, time, by);
    }

    /** The same for all that is said of these two on this matter. */
    public String key() {
        return a + "|" + b + "|" + about.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The other one of the two articles. */
    public String other(String id) {
        return id.equals(a) ? b : a;
    }

    /** Whether this holds where both are known, in whatever order they came. */
    public boolean isLaterThan(LineageOverride known) {
        return BY_TIME.compare(this, known) > 0;
    }
}
