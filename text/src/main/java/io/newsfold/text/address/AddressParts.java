package io.newsfold.text.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the web, split.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host, with user and port where they are given
 * @param path empty, or with its first slash
 * @param query empty, or with its question mark
 * @param route what stands behind {@code #!} or {@code #/}, with these: some sites tell their articles apart by it.
 *     Empty for any other fragment, which is a place on a page.
 */
record AddressParts(String scheme, String authority, String path, String query, String route) {
    private static final Pattern ADDRESS =
            Pattern.compile("(https?)://([^/?#]+)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ROUTE = Pattern.compile("#[!/]\\W*\\w.*", Pattern.DOTALL);

    /** Empty where {@code address} is not one of the web, or has no host. */
    static Optional<AddressParts> of(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.matches() && !host(matcher.group(2)).isEmpty()
                ? Optional.of(new AddressParts(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        matcher.group(2),
                        matcher.group(3),
                        orEmpty(matcher.group(4)),
                        route(orEmpty(matcher.group(5)))))
                : Optional.empty();
    }

    /** The host without user and port; IPv6 has its brackets. */
    String host() {
        return host(authority);
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.indexOf(':', host.startsWith("[") ? Math.max(0, host.indexOf(']')) : 0);
        return port < 0 ? host : host.substring(0, port);
    }

    AddressParts withHost(String host) {
        int start = authority.lastIndexOf('@') + 1;
        String port = authority.substring(start + host().length());
        return withAuthority(authority.substring(0, start) + host + port);
    }

    AddressParts withAuthority(String other) {
        return new AddressParts(scheme, other, path, query, route);
    }

    AddressParts withScheme(String other) {
        return new AddressParts(other, authority, path, query, route);
    }

    AddressParts withPath(String other) {
        return new AddressParts(scheme, authority, other, query, route);
    }

    AddressParts withQuery(String other) {
        return new AddressParts(scheme, authority, path, other, route);
    }

    AddressParts withRoute(String other) {
        return new AddressParts(scheme, authority, path, query, other);
    }

    private static String route(String fragment) {
        return ROUTE.matcher(fragment).matches() ? fragment : "";
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority + path + query + route;
    }
}
