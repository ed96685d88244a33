package io.newsfold.contract;

import java.util.List;

/** Limits on all input from outside. Each names the flag of the article, or the reason of the rejection, where it is
 * exceeded. */
public final class Limits {
    /** Bytes of a body, unpacked; {@code too_large}. */
    public static final int BODY_BYTES = 5 * 1024 * 1024;

    /** Bytes of any record on a topic: a body in Base64, and room to spare; {@code too_large}. */
    public static final int RECORD_BYTES = 12 * 1024 * 1024;

    /** Bytes that all versions of one article take in the job; {@code too_large}. */
    public static final int HISTORY_BYTES = 10 * 1024 * 1024;

    /** Characters of a raw key; {@code no_key}. */
    public static final int KEY_CHARS = 2_000;

    /** Characters of a header; cut. */
    public static final int HEADER_CHARS = 2_000;

    /** Characters of a headline; {@code headline_cut}. */
    public static final int HEADLINE_CHARS = 1_000;

    /** Characters of the clean text; {@code body_cut}. */
    public static final int TEXT_CHARS = 1_000_000;

    /** Nodes of a page; {@code too_complex}. */
    public static final int PAGE_NODES = 300_000;

    /** Depth of a page's tree; deeper elements become children of the last level. */
    public static final int PAGE_DEPTH = 512;

    /** Pictures of an article; {@code images_cut}. */
    public static final int IMAGES = 2_000;

    /** Entities of an article; {@code entities_cut}. */
    public static final int ENTITIES = 5_000;

    /** Dropped blocks listed in a clean article; {@code dropped_cut}. */
    public static final int DROPPED_BLOCKS = 2_000;

    /** Combining marks on one letter; {@code combining}. */
    public static final int MARKS_ON_A_LETTER = 4;

    /** Depth of a JSON object; {@code not_json}. */
    public static final int JSON_DEPTH = 100;

    /** Digits of a number in JSON; {@code not_json}. */
    public static final int JSON_DIGITS = 100;

    /** Bytes of a feed, unpacked; {@code too_large}. */
    public static final int FEED_BYTES = 32 * 1024 * 1024;

    /** The newest items of a feed; the rest is rejected at ingestion. */
    public static final int FEED_ITEMS = 5_000;

    /** Unpacked bytes of any compressed file; the rest is rejected at ingestion. */
    public static final long UNPACKED_BYTES = 64L * 1024 * 1024;

    /** Ratio of unpacked to packed size of a larger compressed file. */
    public static final int UNPACKED_RATIO = 200;

    /** Processor time of a stage for one record, in seconds, once the stage is warm; {@code stage_timeout}. */
    public static final int STAGE_CPU_SECONDS = 4;

    /**
     * Processor time in seconds after which a stage is warm: models are loaded and code is compiled. Until then a
     * record may also take what is left of it.
     */
    public static final int STAGE_WARM_UP_SECONDS = 20;

    /** Time on the clock for which a stage may wait without working on a record, in seconds; {@code stage_timeout}. */
    public static final int STAGE_BLOCKED_SECONDS = 8;

    /** Decoded bytes of a fetch unless the caller sets another limit; {@code too_large}. */
    public static final int FETCH_BYTES = 10 * 1024 * 1024;

    /** Ratio of decoded to sent size of a response, after the first mebibyte; {@code too_large}. */
    public static final int FETCH_RATIO = 100;

    /** Seconds to connect; {@code fetch_failed}. */
    public static final int CONNECT_SECONDS = 5;

    /** Seconds for a whole fetch, redirects included; {@code fetch_failed}. */
    public static final int FETCH_SECONDS = 20;

    /** Redirects per fetch; {@code fetch_failed}. */
    public static final int REDIRECTS = 5;

    private Limits() {}

    /** The limits as text for people, one line each. */
    public static List<String> lines() {
        return List.of(
                "body of a record: " + BODY_BYTES + " bytes (too_large)",
                "all versions of an article: " + HISTORY_BYTES + " bytes (too_large)",
                "raw key: " + KEY_CHARS + " characters (no_key); a header: " + HEADER_CHARS + " (cut)",
                "page: " + PAGE_NODES + " nodes (too_complex), depth " + PAGE_DEPTH,
                "headline: " + HEADLINE_CHARS + " characters (headline_cut); text: " + TEXT_CHARS + " (body_cut)",
                "pictures: " + IMAGES + " (images_cut); entities: " + ENTITIES + " (entities_cut); dropped blocks: "
                        + DROPPED_BLOCKS + " (dropped_cut); marks on a letter: " + MARKS_ON_A_LETTER + " (combining)",
                "JSON: depth " + JSON_DEPTH + ", numbers of " + JSON_DIGITS + " digits (not_json)",
                "feed: " + FEED_BYTES + " bytes, the newest " + FEED_ITEMS + " items; compressed file: "
                        + UNPACKED_BYTES + " bytes unpacked, or " + UNPACKED_RATIO + " times its size (refused)",
                "fetch: " + FETCH_BYTES + " bytes decoded, " + FETCH_RATIO + " times what was sent (too_large); "
                        + CONNECT_SECONDS + " s to connect, " + FETCH_SECONDS + " s in all, " + REDIRECTS
                        + " redirects (fetch_failed)",
                "a stage on one record: " + STAGE_CPU_SECONDS + " s of processor time once it is warm, or "
                        + STAGE_BLOCKED_SECONDS + " s of waiting (stage_timeout)");
    }
}
