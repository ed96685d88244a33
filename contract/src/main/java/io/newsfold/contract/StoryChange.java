package io.newsfold.contract;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a story, on {@link Topic#CHANGES}.
 *
 * @param story the story that it happened to
 * @param article the article that made it happen; null where it is the whole story's doing
 * @param from the story's former id, or the one that an article came from; null where there is none
 * @param evidence for a joined article
 */
public record StoryChange(
        String schema,
        Kind kind,
        String story,
        @Nullable String article,
        @Nullable String from,
        Lineage.@Nullable Evidence evidence) {

    public static final String SCHEMA = "newsfold/story-change/1";

    /** What happened. */
    public enum Kind {
        /** A story was begun. */
        BEGAN,
        /** An article joined. */
        JOINED,
        /** An article left for another story, or was withdrawn. */
        LEFT,
        /** All of another story came in; {@code from} is its id. */
        MERGED,
        /** Part of another story became this one; {@code from} is its id. */
        SPLIT,
        /** An earlier first article gave the story another id; {@code from} is the former one. */
        REHEADED,
        /** An article's text changed. */
        REVISED,
        /** The story's last article was withdrawn. */
        WITHDRAWN
    }
}
