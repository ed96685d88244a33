package io.newsfold.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The digest by which a version is known: texts with the same one are the same version. */
public final class VersionDigest {
    private VersionDigest() {}

    /** As in {@link CleanArticle.Version#sha256()}: SHA-256 in lower-case hexadecimal digits. */
    public static String of(String headline, String articleBody) {
        return Sha256.hex((headline + "\n\n" + articleBody).getBytes(UTF_8));
    }
}
