package io.newsfold.enrich.clean.field;

import io.newsfold.contract.Limits;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address that a page gives as its own. Believed on the same site only: any page can claim to be another's. */
public final class CanonicalLink {
    private CanonicalLink() {}

    /**
     * The address in full.
     *
     * @param given by the page, whole or relative
     * @param got where the page was got from, null where that is not known: then any whole address will do
     */
    public static Optional<String> of(@Nullable String given, @Nullable String got) {
        return whole(given, got).filter(address -> isOfSite(address, got)).map(URI::toASCIIString);
    }

    /** Whether the page gives an address of another site as its own. */
    public static boolean isForeign(@Nullable String given, @Nullable String got) {
        return whole(given, got).filter(address -> !isOfSite(address, got)).isPresent();
    }

    private static Optional<URI> whole(@Nullable String given, @Nullable String got) {
        if (given == null || given.isBlank() || given.length() > Limits.KEY_CHARS) {
            return Optional.empty();
        }
        try {
            URI address =
                    got == null ? URI.create(given.strip()) : URI.create(got).resolve(given.strip());
            boolean whole =
                    address.getHost() != null && List.of("http", "https").contains(address.getScheme());
            return whole ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isOfSite(URI address, @Nullable String got) {
        return got == null || site(address).equals(site(URI.create(got)));
    }

    /** The name that was registered, as far as its shape tells: two labels, three under {@code co.uk} and the like. */
    private static String site(URI address) {
        String host = address.getHost();
        String[] labels = (host == null ? "" : host.toLowerCase(Locale.ROOT)).split("\\.", -1);
        int n = labels.length;
        boolean country = n >= 3 && labels[n - 1].length() == 2 && labels[n - 2].length() <= 3;
        return String.join(".", List.of(labels).subList(Math.max(0, n - (country ? 3 : 2)), n));
    }
}
