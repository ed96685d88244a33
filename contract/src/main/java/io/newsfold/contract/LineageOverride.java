package io.newsfold.contract;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision on two articles, on {@link Topic#OVERRIDES}: a must-link or a cannot-link constraint. Of several
 * on the same matter the latest holds.
 *
 * @param a id of an article; the smaller of the two
 * @param b id of the other
 * @param about the matter of the decision
 * @param is true for must-link, false for cannot-link; null revokes the decision before
 * @param time of the decision
 * @param by the person; null where unknown
 * @param why the person's reason; null where none was given
 */
public record LineageOverride(
        String schema,
        String a,
        String b,
        Matter about,
        @Nullable Boolean is,
        Instant time,
        @Nullable String by,
        @Nullable String why) {
    public static final String SCHEMA = Topic.OVERRIDES.schema();

    private static final Comparator<LineageOverride> BY_TIME = Comparator.comparing(LineageOverride::time)
            .thenComparing(o -> String.valueOf(o.is()))
            .thenComparing(o -> String.valueOf(o.by()));

    /** The matter of an override. */
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

    /** An override of two articles, named in any order. */
    public static LineageOverride of(
            String one, String other, Matter about, @Nullable Boolean is, Instant time, @Nullable String by) {
        boolean inOrder = one.compareTo(other) < 0;
        return new LineageOverride(SCHEMA, inOrder ? one : other, inOrder ? other : one, about, is, time, by, null);
    }

    /** The same, with a reason. */
    public LineageOverride because(@Nullable String reason) {
        return new LineageOverride(schema, a, b, about, is, time, by, reason);
    }

    /** The record key: the same for all overrides of these two on this matter. */
    public String key() {
        return a + "|" + b + "|" + about.name().toLowerCase(Locale.ROOT);
    }

    /** The id of the other article. */
    public String other(String id) {
        return id.equals(a) ? b : a;
    }

    /** Whether this one holds where both are known, in whatever order they arrived. */
    public boolean isLaterThan(LineageOverride known) {
        return BY_TIME.compare(this, known) > 0;
    }
}
