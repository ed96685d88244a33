package io.newsfold.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rejection of one unusable raw record, on {@link Topic#REJECTED}.
 *
 * @param stage stage that rejected it
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

    public static final String SCHEMA = Topic.REJECTED.schema();

    /** The stage of records that were rejected before they reached the raw topic. */
    public static final String INGEST = "ingest";

    /** Reason of a rejection. */
    public enum Reason {
        /** No text of an article: empty, spaces, menus only. */
        NO_TEXT,
        /** A consent wall, a log-in page or an offer to subscribe, without an article. */
        BOILERPLATE_ONLY,
        /** An error page, a notice of maintenance or too many requests, a browser check. */
        ERROR_PAGE,
        /** A list of articles without the text of any, as a front page; a redirect to one. */
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
        /** Truncated, or not readable. */
        UNREADABLE,
        /** An address in a private network, or a name that leads there: it may not be fetched. */
        PRIVATE_ADDRESS,
        /** Not a fetchable address: another scheme or port, an odd spelling, a redirect that gives up encryption. */
        BAD_ADDRESS,
        /** No answer, or none that is a page. */
        FETCH_FAILED,
        /** The robots.txt of the site forbids to fetch it. */
        ROBOTS,
        /** A record of a WARC file that is not as its header says, or has none that can be read. */
        WARC_RECORD,
        /** An unsupported format: compressed with a dictionary, or with too large a window. */
        UNSUPPORTED,
        /** No key, or one that is too long to be an address. */
        NO_KEY,
        /** The stage exceeded its time limit. */
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

    /** This rejection without the bytes. */
    public Rejection withoutOriginal() {
        return new Rejection(schema, key, stage, reason, message, raw, fetched, origin, contentType, null);
    }

    /** Rejection of an input that never was a raw record; its coordinates are those of no topic. */
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

    /** A body above the limit is not copied: the raw topic has it. */
    private static byte @Nullable [] kept(byte @Nullable [] body) {
        return body == null || body.length > Limits.BODY_BYTES ? null : body;
    }
}
