package io.newsfold.text.address;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as people can follow it: in normal form, without what only tracks readers, and that of the original where
 * it is given through an archive or a cache. Host, scheme and path lead where they led before.
 */
public final class LinkAddress {
    private static final Pattern MARKUP = Pattern.compile("^\\s*<!\\[CDATA\\[|\\]\\]>\\s*$|[\\t\\n\\r]");
    private static final Pattern AMPERSAND = Pattern.compile("&(?:(?:amp|#0*38|#x0*26);)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}\\]");
    private static final Pattern SESSION_IN_PATH =
            Pattern.compile(";(?:jsessionid|phpsessid|sid|sessionid)=[^/;?#]*", Pattern.CASE_INSENSITIVE);

    /** A host that the normaliser takes in place of an IPv6 address, which it does not know. */
    private static final String STAND_IN = "ipv6.invalid";

    private static final BasicURLNormalizer NORMALIZER =
            BasicURLNormalizer.newBuilder().build();

    /** One repair can reveal the next. No address in use takes more than two rounds. */
    private static final int MAX_ROUNDS = 8;

    private static final int MAX_CHARS = 1 << 16;

    private static final Pattern FOR_A_DEVICE = Pattern.compile(
            "https?://(?:[^/?#]*\\.)?(?:m|mobile|amp|touch|wap)\\..*|.*[/.?&]amp(?:[/.=?&].*)?", Pattern.DOTALL);

    /**
     * The order in which addresses of one page are shown: those for all devices first, https first, short ones first.
     */
    public static final Comparator<String> PREFERENCE = Comparator.comparing(
                    (String address) -> FOR_A_DEVICE.matcher(address).matches())
            .thenComparing(address -> !address.startsWith("https:"))
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    private LinkAddress() {}

    /** Empty where {@code url} is not an http or https address with a host. */
    public static Optional<String> of(String url) {
        if (url.length() > MAX_CHARS) {
            return Optional.empty();
        }
        String address = MARKUP.matcher(url.strip()).replaceAll("").strip();
        return of(AMPERSAND.matcher(address).replaceAll("&"), 0);
    }

    private static Optional<String> of(String address, int copies) {
        Optional<String> normal = AddressParts.of(address).flatMap(LinkAddress::normal);
        Optional<String> original = normal.flatMap(WrappedAddress::in);
        if (original.isEmpty()) {
            return normal;
        }
        return copies == MAX_ROUNDS
                ? Optional.empty()
                : original.flatMap(o -> of(o, copies + 1)).or(() -> normal);
    }

    private static Optional<String> normal(AddressParts given) {
        if (PlainAddress.is(given)) {
            return Optional.of(given.toString());
        }
        AddressParts parts = given.withPath(AddressEscapes.composed(path(given.path())))
                .withQuery(AddressEscapes.composed(given.query()))
                .withRoute(route(AddressEscapes.closed(given.route())));
        String host = parts.host();
        if (!host.startsWith("[")) {
            return normalized(parts).map(AddressParts::toString);
        }
        return ipv6(host)
                .flatMap(number -> normalized(parts.withHost(STAND_IN))
                        .map(address -> address.withHost(number).toString()));
    }

    /** Mark-up that was copied with an address begins with {@code <}, which no path has. */
    private static String path(String path) {
        int markup = path.indexOf('<');
        String clean = markup < 0 ? path : path.substring(0, markup);
        return SESSION_IN_PATH.matcher(clean).replaceAll("").replaceFirst("/&+$", "/");
    }

    private static String route(String route) {
        int question = route.indexOf('?');
        return question < 0 ? route : route.substring(0, question) + withoutTracking(route.substring(question));
    }

    private static Optional<AddressParts> normalized(AddressParts parts) {
        // the path first, by itself: the normaliser miscounts where it shortens the path before a query
        return normalized(parts.scheme() + "://" + parts.authority() + parts.path())
                .flatMap(path -> normalized(path + parts.query()))
                .flatMap(address -> AddressParts.of(address + parts.route()));
    }

    /** Normalises until nothing changes any more. */
    private static Optional<String> normalized(String url) {
        String address = url;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String next = AddressParts.of(address)
                    .map(parts ->
                            parts.withQuery(withoutTracking(parts.query())).toString())
                    .map(NORMALIZER::filter)
                    .orElse(null);
            if (next == null) {
                return Optional.empty();
            }
            if (next.equals(address)) {
                return Optional.of(address);
            }
            address = next;
        }
        return Optional.empty();
    }

    private static String withoutTracking(String query) {
        if (query.isEmpty()) {
            return query;
        }
        StringBuilder kept = new StringBuilder();
        for (String parameter : query.substring(1).split("&", -1)) {
            if (!parameter.isEmpty() && !TrackingParameters.contain(parameter)) {
                kept.append(kept.isEmpty() ? '?' : '&')
                        .append(parameter.replace("%20", "+").replace(' ', '+'));
            }
        }
        return kept.toString();
    }

    private static Optional<String> ipv6(String host) {
        if (!IPV6.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            // a number in brackets is parsed and never looked up
            String number = InetAddress.getByName(host).getHostAddress();
            return Optional.of(number.contains(":") ? "[" + number + "]" : number);
        } catch (UnknownHostException notANumber) {
            return Optional.empty();
        }
    }
}
