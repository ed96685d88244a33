package io.newsfold.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One raw record that could not be used, on {@link Topic#REJECTED}.
 *
 * @param stage which stage gave up
 * @param reason code
 * @param message one sentence for people
 * @param raw where the record stands: on the raw topic or another one; the topic {@code ingest} means none, because the
 *     record was rejected at ingestion
 * @param original the bytes as delivered, Base64 in JSON; null where there were none, or too many
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

    /** The stage of records that were rejected before they reached the raw topic. */
    public static final String INGEST = "ingest";

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
        /** A page of more nodes than are read. */
        TOO_COMPLEX,
        /** A feed that declares a document type with entities. */
        DOCTYPE,
        /** No feed: it has no items. */
        NOT_A_FEED,
        /** It breaks off, or may not be read. */
        UNREADABLE,
        /** An address in a private network, or a name that leads there: it may not be fetched. */
        PRIVATE_ADDRESS,
        /** Not an address that is fetched: another scheme or port, an odd spelling, a redirect that gives up encryption. */
        BAD_ADDRESS,
        /** No answer, or none that is a page. */
        FETCH_FAILED,
        /** The robots.txt of the site forbids to fetch it. */
        ROBOTS,
        /** A record of a WARC file that is not as its header says, or has none that can be read. */
        WARC_RECORD,
        /** Of a kind that is not read: packed with a dictionary, or with too large a window. */
        UNSUPPORTED,
        /** No key, or one that is too long to be an address. */
        NO_KEY,
        /** The stage took longer than it has for one record. */
        STAGE_TIMEOUT,
        /** The stage failed: a bug of ours, with its message. */
        STAGE_FAILED
    }

    public static Rejection of(RawArticle raw, String stage, Reason reason, String message) {
        RawArticle.About about = raw.about();
        return new Rejection(
                SCHEMA,
                raw.key().length() <= Limits.KEY_CHARS ? raw.key() : raw.key().substring(0, Limits.KEY_CHARS),
                stage,
                reason,
                message,
                raw.at(),
                about.fetched(),
                about.origin(),
                about.contentType(),
                kept(raw.body()));
    }

    /** The same without the bytes. */
    public Rejection withoutOriginal() {
        return new Rejection(schema, key, stage, reason, message, raw, fetched, origin, contentType, null);
    }

    /** Rejects what does not reach the raw topic. There is no raw record: the topic of its coordinates does not exist. */
    public static Rejection atIngestion(RawArticle.About about, Reason reason, String message) {
        return new Rejection(
                SCHEMA,
                about.origin(),
                INGEST,
                reason,
                message,
                new Coordinates(INGEST, 0, 0),
                about.fetched(),
                about.origin(),
                about.contentType(),
                null);
    }

    /** Rejection of a record without a key that could be an address. */
    public static Rejection withoutKey(RawArticle raw) {
        return of(
                raw,
                "read",
                Reason.NO_KEY,
                "the record has no key of 1 to " + Limits.KEY_CHARS
                        + " characters; it should be the article's address");
    }

    /** What is too large for a body is not copied: it stands on the raw topic. */
    private static byte @Nullable [] kept(byte @Nullable [] body) {
        return body == null || body.length > Limits.BODY_BYTES ? null : body;
    }
}
