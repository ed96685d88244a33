package io.newsfold.contract;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a story, on {@link Topic#CHANGES}.
 *
 * @param kind of the change
 * @param time of its cause: the fetch of the delivery, or the decision of the person, that brought it about
 * @param story id of the story that changed
 * @param headline of that story, which is that of its first article
 * @param article id of the article that changed it; null where the whole story changed
 * @param articleHeadline headline of that article; null with it
 * @param from the story's former id, or the id of the story that an article came from; null where there is none
 * @param fromHeadline headline of that story; null with it
 * @param evidence for a joined article
 */
public record StoryChange(
        String schema,
        Kind kind,

        @JsonPropertyDescription("of its cause: the fetch of a delivery, or the decision of a person")
        Instant time,

        String story,
        String headline,
        @Nullable String article,
        @Nullable String articleHeadline,
        @Nullable String from,
        @Nullable String fromHeadline,
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
