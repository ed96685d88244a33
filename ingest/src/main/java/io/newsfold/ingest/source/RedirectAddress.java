package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.text.address.CanonicalUrl;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses that only lead to another one, which they carry in a parameter, as those of alerts and click counters do.
 */
final class RedirectAddress {
    /** What scripts that redirect call the address. */
    private static final Set<String> PARAMETERS =
            Set.of("url", "q", "u", "to", "target", "dest", "destination", "redirect", "redirect_url", "goto", "link");

    /** The last part of their path is a short word, never the slug or number of an article. */
    private static final Pattern SCRIPT = Pattern.compile("/[a-z_]{0,12}(?:\\.(?:php|aspx?|cgi|jsp))?/?");

    private static final int MOST_HOPS = 3;

    private RedirectAddress() {}

    /** Where {@code address} leads in the end, as far as it says so itself; the same address where it does not. */
    static String target(String address) {
        String target = address;
        for (int i = 0; i < MOST_HOPS; i++) {
            Optional<String> next = carriedBy(target);
            if (next.isEmpty()) {
                return target;
            }
            target = next.get();
        }
        return target;
    }

    private static Optional<String> carriedBy(String address) {
        int question = address.indexOf('?');
        int pathStart = address.indexOf('/', address.indexOf("//") + 2);
        if (question < 0
                || pathStart < 0
                || pathStart > question
                || !isScript(address.substring(pathStart, question))) {
            return Optional.empty();
        }
        int fragment = address.indexOf('#', question);
        String query = address.substring(question + 1, fragment < 0 ? address.length() : fragment);
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            boolean mayCarry = equals > 0
                    && PARAMETERS.contains(parameter.substring(0, equals).toLowerCase(Locale.ROOT));
            Optional<String> target = mayCarry ? address(parameter.substring(equals + 1)) : Optional.empty();
            if (target.isPresent()) {
                return target;
            }
        }
        return Optional.empty();
    }

    private static boolean isScript(String path) {
        int last = Math.max(0, path.lastIndexOf('/', path.length() - 2));
        return SCRIPT.matcher(path.substring(last).toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<String> address(String value) {
        try {
            String decoded = value.contains("%") ? URLDecoder.decode(value.replace("+", "%2B"), UTF_8) : value;
            return Optional.of(decoded).filter(a -> CanonicalUrl.of(a).isPresent());
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }

    /** Whether two addresses have the same host, but for {@code www}. */
    static boolean isOfOneSite(String one, String other) {
        Optional<String> host = host(one);
        return host.isPresent() && host.equals(host(other));
    }

    private static Optional<String> host(String address) {
        try {
            return CanonicalUrl.of(address)
                    .map(URI::create)
                    .map(URI::getHost)
                    .map(host -> host.startsWith("www.") ? host.substring(4) : host);
        } catch (IllegalArgumentException badAddress) {
            return Optional.empty();
        }
    }
}
