package io.newsfold.ingest.web;

import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.CanonicalUrl;
import io.newsfold.ingest.source.Delivery.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that can be fetched: http or https, with a host that is spelled as hosts are.
 *
 * @param uri without a fragment
 */
record WebAddress(URI uri) {
    private static final Pattern DOTTED =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /** A last label that makes a resolver take the whole for a number. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern LOCAL = Pattern.compile("(?:.*\\.)?(?:localhost|local|internal)\\.?");

    /** Says why an address is none, or where it may not lead. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Unfit(Reason reason, String message) {
            super(message, null, false, false);
            this.refusal = new Refusal(reason, message);
        }

        Refusal refusal() {
            return refusal;
        }
    }

    static WebAddress of(String text, AllowedHosts allowed) throws Unfit {
        URI uri = parsed(text.strip()).orElseThrow(() -> new Unfit(Reason.BAD_ADDRESS, "it is not an http address"));
        WebAddress address = new WebAddress(uri);
        address.check(allowed);
        return address;
    }

    /** As it is written; where that is against the rules, as {@link CanonicalUrl} mends it. */
    private static Optional<URI> parsed(String text) {
        return strict(text).or(() -> CanonicalUrl.of(text).flatMap(WebAddress::strict));
    }

    private static Optional<URI> strict(String text) {
        try {
            int fragment = text.indexOf('#');
            URI uri = new URI(fragment < 0 ? text : text.substring(0, fragment));
            return Optional.of(uri).filter(u -> u.getScheme() != null && u.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void check(AllowedHosts allowed) throws Unfit {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Unfit(Reason.BAD_ADDRESS, "only http and https are fetched, not " + scheme);
        }
        if (uri.getRawUserInfo() != null) {
            throw new Unfit(Reason.BAD_ADDRESS, "an address with a name or password in it is not fetched");
        }
        if (allowed.include(host(), port())) {
            return;
        }
        if (!isUsual(port())) {
            throw new Unfit(Reason.BAD_ADDRESS, "only ports 80 and 443 are fetched, not " + port());
        }
        if (LOCAL.matcher(host()).matches()) {
            throw new Unfit(Reason.PRIVATE_ADDRESS, host() + " is in a private network");
        }
        if (NUMBER.matcher(host()).matches() && !DOTTED.matcher(host()).matches()) {
            throw new Unfit(Reason.BAD_ADDRESS, host() + " is an odd way to write an address");
        }
    }

    static boolean isUsual(int port) {
        return port == 80 || port == 443;
    }

    /** In lower case; of IPv6 with its brackets. */
    String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** Where a redirect leads. */
    WebAddress redirected(String location, AllowedHosts allowed) throws Unfit {
        String target;
        try {
            target = uri.resolve(location.strip()).toString();
        } catch (IllegalArgumentException e) {
            target = location; // not by the rules, but perhaps to be mended
        }
        WebAddress next = of(target, allowed);
        if (isSecure() && !next.isSecure()) {
            throw new Unfit(Reason.BAD_ADDRESS, "it redirects from https to http");
        }
        return next;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
