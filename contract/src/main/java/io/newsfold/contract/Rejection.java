package io.newsfold.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One raw record that could not be used, on {@link Topic#REJECTED}.
 *
 * @param stage which stage gave up
 * @param reason code
 * @param message one sentence for people
 * @param raw where the raw record stands
 * @param original the bytes as delivered, Base64 in JSON; null where there were none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as delivered; compared by nobody
public record Rejection(
        String schema,
        String key,
        String stage,
        Reason reason,
        String message,
        Coordinates raw,
        Instant fetched,
        String origin,
        @Nullable String contentType,
        byte @Nullable [] original) {

    public static final String SCHEMA = "newsfold/rejection/1";

    /** Why. */
    public enum Reason {
        /** No text of an article in it: empty, spaces, menus only. */
        NO_TEXT,
        /** A consent wall or a log-in wall. */
        BOILERPLATE_ONLY,
        /** The page says that there is no page. */
        ERROR_PAGE,
        /** A list of articles, none of them told. */
        INDEX_PAGE,
        /** Another kind of file, by its first bytes. */
        NOT_HTML,
        /** Not a JSON object. */
        NOT_JSON,
        /** A JSON object without text, html or headline, or with a wrong type. */
        SCHEMA,
        /** Larger than a record may be. */
        TOO_LARGE,
        /** The stage failed: a bug of ours, with its message. */
        STAGE_FAILED
    }

    public static Rejection of(RawArticle raw, String stage, Reason reason, String message) {
        RawArticle.About about = raw.about();
        return new Rejection(
                SCHEMA,
                raw.key(),
                stage,
                reason,
                message,
                raw.at(),
                about.fetched(),
                about.origin(),
                about.contentType(),
                raw.body());
    }
}
