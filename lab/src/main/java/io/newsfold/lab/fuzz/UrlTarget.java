package io.newsfold.lab.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.text.address.CanonicalUrl;
import java.util.Optional;

/** Any bytes as an address: a canonical address is safe, and canonical again. */
public final class UrlTarget {
    private UrlTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        CanonicalUrl.of(new String(bytes, UTF_8)).ifPresent(UrlTarget::check);
    }

    private static void check(String canonical) {
        SafeText.check("the address", canonical);
        if (!canonical.matches("https?://[^/?#:]+.*")) {
            throw new AssertionError("canonical, but without a host: " + canonical);
        }
        Optional<String> again = CanonicalUrl.of(canonical);
        if (!again.equals(Optional.of(canonical))) {
            throw new AssertionError("canonical, but not the second time: " + canonical + " becomes " + again);
        }
    }
}
