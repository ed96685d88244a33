package io.newsfold.text.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Sha256;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical form of addresses, as keys need it: one for all addresses under which a site serves the same page. It
 * is {@link LinkAddress} without the differences between http and https, with and without {@code www}, telephones and
 * AMP, a slash or {@code index.html} at the end. A key is not for following: not every site answers under each form.
 */
public final class CanonicalUrl {
    private static final Set<String> DEVICES = Set.of("www", "m", "mobile", "mobil", "amp", "touch", "wap");
    private static final Pattern INDEX = Pattern.compile(
            "/(?:index\\.(?:x?html?|shtml|php\\d?|aspx?|jsp)|default\\.(?:html?|aspx?))$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMP_ENDING = Pattern.compile("\\.amp(\\.html?)?$", Pattern.CASE_INSENSITIVE);
    private static final int MAX_ROUNDS = 8;

    private CanonicalUrl() {}

    /** Empty where {@code url} is not an http or https address with a host. A canonical address stays the same. */
    public static Optional<String> of(String url) {
        Optional<String> address = LinkAddress.of(url).flatMap(CanonicalUrl::key);
        for (int round = 0; round < MAX_ROUNDS && address.isPresent(); round++) {
            Optional<String> next = address.flatMap(LinkAddress::of).flatMap(CanonicalUrl::key);
            if (next.equals(address)) {
                return address;
            }
            address = next;
        }
        return Optional.empty();
    }

    private static Optional<String> key(String address) {
        return AddressParts.of(address)
                .map(parts -> withoutDevice(parts).withPath(path(parts.path())))
                .map(parts -> isStandardPort(parts) ? parts.withScheme("https") : parts)
                .map(AddressParts::toString)
                .map(CanonicalUrl::shortened);
    }

    private static boolean isStandardPort(AddressParts parts) {
        return parts.authority().endsWith(parts.host());
    }

    /** The host without the labels that stand for a kind of device, wherever they stand before the domain. */
    private static AddressParts withoutDevice(AddressParts parts) {
        String host = parts.host();
        String domain = RegisteredDomain.of(host);
        if (host.length() <= domain.length()) {
            return parts;
        }
        String labels = host.substring(0, host.length() - domain.length());
        String kept = Stream.of(labels.split("\\."))
                .filter(label -> !DEVICES.contains(label))
                .map(label -> label + ".")
                .collect(Collectors.joining());
        return parts.withHost(kept + domain);
    }

    private static String path(String given) {
        String path = INDEX.matcher(given).replaceFirst("/");
        String segments = Stream.of(path.split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("amp"))
                .map(segment -> "/" + segment)
                .collect(Collectors.joining());
        if (segments.isEmpty()) {
            return path.isEmpty() ? "/" : path; // of the front page, or of a page on AMP
        }
        Matcher ending = AMP_ENDING.matcher(segments);
        return ending.find() ? ending.replaceFirst(ending.group(1) == null ? "" : "$1") : segments;
    }

    /** Longer addresses than a key may be keep their beginning, and a digest of the whole tells them apart. */
    private static String shortened(String address) {
        if (address.length() <= Limits.KEY_CHARS) {
            return address;
        }
        String digest = Sha256.hex(address.getBytes(UTF_8));
        String begin = address.substring(0, Limits.KEY_CHARS - digest.length() - 10);
        return begin.replaceFirst("[^A-Za-z0-9]*(?:%.?)?$", "") + "~" + digest;
    }
}
