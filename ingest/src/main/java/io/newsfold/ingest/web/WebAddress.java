package io.newsfold.ingest.web;

import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.text.address.LinkAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that may be fetched: http or https, with a well-formed host that is not in a private network by its name.
 *
 * @param uri has no fragment
 */
record WebAddress(URI uri) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /** A host whose last label makes a resolver parse the whole as a number. */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern LOCAL = Pattern.compile("(?:.*\\.)?(?:localhost|local|internal)\\.?");

    /** An address is invalid, or may not be fetched. */
    static final class InvalidAddressException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        InvalidAddressException(Reason reason, String message) {
            super(message, null, false, false);
            this.refusal = new Refusal(reason, message);
        }

        Refusal refusal() {
            return refusal;
        }
    }

    static WebAddress of(String text, AllowedHosts allowed) throws InvalidAddressException {
        URI uri = parsed(text.strip())
                .orElseThrow(() -> new InvalidAddressException(Reason.BAD_ADDRESS, "it is not an http address"));
        WebAddress address = new WebAddress(uri);
        address.check(allowed);
        return address;
    }

    /** The address as written; if that is not a valid URI, as {@link LinkAddress} repairs it. */
    private static Optional<URI> parsed(String text) {
        return strict(text).or(() -> LinkAddress.of(text).flatMap(WebAddress::strict));
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

    private void check(AllowedHosts allowed) throws InvalidAddressException {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new InvalidAddressException(Reason.BAD_ADDRESS, "only http and https are fetched, not " + scheme);
        }
        if (uri.getRawUserInfo() != null) {
            throw new InvalidAddressException(
                    Reason.BAD_ADDRESS, "an address with a name or password in it is not fetched");
        }
        if (allowed.include(host(), port())) {
            return;
        }
        if (!AllowedHosts.isStandard(port())) {
            throw new InvalidAddressException(
                    Reason.BAD_ADDRESS,
                    "only ports 80 and 443 are fetched, not " + port() + "; --allow-private-networks " + host() + ":"
                            + port() + " allows it");
        }
        if (LOCAL.matcher(host()).matches()) {
            throw new InvalidAddressException(Reason.PRIVATE_ADDRESS, host() + " is in a private network");
        }
        if (NUMERIC.matcher(host()).matches() && !IPV4.matcher(host()).matches()) {
            throw new InvalidAddressException(Reason.BAD_ADDRESS, host() + " is an odd way to write an address");
        }
    }

    /** The host in lower case; IPv6 has its brackets. */
    String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    int port() {
        int standard = isSecure() ? 443 : 80;
        return uri.getPort() >= 0 ? uri.getPort() : standard;
    }

    boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /**
     * The target of a redirect.
     *
     * @param location header of the response, absolute or relative
     */
    WebAddress redirected(String location, AllowedHosts allowed) throws InvalidAddressException {
        String target;
        try {
            target = uri.resolve(location.strip()).toString();
        } catch (IllegalArgumentException e) {
            target = location; // not a valid URI, but it can perhaps be repaired
        }
        WebAddress next = of(target, allowed);
        if (isSecure() && !next.isSecure()) {
            throw new InvalidAddressException(Reason.BAD_ADDRESS, "it redirects from https to http");
        }
        return next;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
