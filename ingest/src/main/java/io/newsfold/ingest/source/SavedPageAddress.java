package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The address that a saved page gives as its own, for pages whose address nobody noted. */
final class SavedPageAddress {
    private SavedPageAddress() {}

    static @Nullable String in(byte[] html) {
        // addresses are ASCII: the charset does not matter here
        Document page = Jsoup.parse(new String(html, UTF_8));
        String canonical = page.select("link[rel=canonical]").attr("href");
        String address =
                canonical.isBlank() ? page.select("meta[property=og:url]").attr("content") : canonical;
        return CanonicalUrl.of(address).orElse(null);
    }
}
