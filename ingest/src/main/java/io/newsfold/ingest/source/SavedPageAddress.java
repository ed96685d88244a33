package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.text.address.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Finds the address that a saved page gives as its own, for pages that come without one. */
final class SavedPageAddress {
    private SavedPageAddress() {}

    /** The canonical address in {@code html}; null where there is none. */
    static @Nullable String in(byte[] html) {
        // addresses are ASCII, so the charset does not matter
        Document page = Jsoup.parse(new String(html, UTF_8));
        String canonical = page.select("link[rel=canonical]").attr("href");
        String address =
                canonical.isBlank() ? page.select("meta[property=og:url]").attr("content") : canonical;
        return CanonicalUrl.of(address).orElse(null);
    }
}
