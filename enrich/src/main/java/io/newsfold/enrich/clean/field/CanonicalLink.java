package io.newsfold.enrich.clean.field;

import io.newsfold.contract.Limits;
import io.newsfold.text.address.ClaimedAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address that a page gives as its own. Believed on the same site only: any page can claim to be another's. Nor is
 * an article the front page or a section.
 */
public final class CanonicalLink {
    private CanonicalLink() {}

    /**
     * The address in full.
     *
     * @param given by the page, whole or relative
     * @param got where the page was got from, null where that is not known: then any whole address will do that can
     *     be one of an article
     * @param headline of the page
     */
    public static Optional<String> of(@Nullable String given, @Nullable String got, String headline) {
        return whole(given, got)
                .filter(address -> got == null
                        ? ClaimedAddress.canBeOfArticle(address, headline)
                        : ClaimedAddress.canBeOf(address, got));
    }

    /** Whether the page gives an address of another site as its own. */
    public static boolean isForeign(@Nullable String given, @Nullable String got) {
        return got != null
                && whole(given, got)
                        .filter(address -> !ClaimedAddress.isSameSite(address, got))
                        .isPresent();
    }

    private static Optional<String> whole(@Nullable String given, @Nullable String got) {
        return given == null || given.length() > Limits.KEY_CHARS ? Optional.empty() : ClaimedAddress.whole(given, got);
    }
}
