package io.newsfold.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The id of an article: 20 hexadecimal digits derived from its raw key, that is from its canonical URL or its text. */
public final class ArticleId {
    private static final int DIGITS = 20;

    private ArticleId() {}

    /** The id of the article whose records bear {@code rawKey} on {@link Topic#RAW}. */
    public static String of(String rawKey) {
        return Sha256.hex(rawKey.getBytes(UTF_8)).substring(0, DIGITS);
    }

    /** The raw key of an article that has no URL. */
    public static String keyOfBody(byte[] body) {
        return "sha256:" + Sha256.hex(body);
    }
}
