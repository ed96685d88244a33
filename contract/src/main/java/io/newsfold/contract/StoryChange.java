package io.newsfold.contract;

import org.jspecify.annotations.Nullable;

/**
 * A change of a story, on {@link Topic#CHANGES}.
 *
 * @param kind of the change
 * @param story id of the story that changed
 * @param article id of the article that changed it; null where the whole story changed
 * @param from the story's former id, or the id of the story that an article came from; null where there is none
 * @param evidence for a joined article
 */
public record StoryChange(
        String schema,
        Kind kind,
        String story,
        @Nullable String article,
        @Nullable String from,
        Lineage.@Nullable Evidence evidence) {

    public static final String SCHEMA = Topic.CHANGES.schema();

    /** The kind of a change. */
    public enum Kind {
        /** A story began. */
        BEGAN,
        /** An article joined. */
        JOINED,
        /** An article left for another story, or was withdrawn. */
        LEFT,
        /** The story absorbed all of another; {@code from} is its id. */
        MERGED,
        /** Part of another story became this one; {@code from} is its id. */
        SPLIT,
        /** The story has a new first article and so a new id; {@code from} is the former one. */
        REHEADED,
        /** An article's text changed. */
        REVISED,
        /** The story's last article was withdrawn. */
        WITHDRAWN
    }
}
