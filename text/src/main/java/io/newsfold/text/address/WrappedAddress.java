package io.newsfold.text.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of the original in the address of a copy: a memento of a web archive, or a page of an AMP cache. */
public final class WrappedAddress {
    /** A memento: the time of the capture as digits, then the whole address of the original. */
    private static final Pattern MEMENTO = Pattern.compile(
            "https?://[^/?#]+/(?:[A-Za-z][\\w-]*/){0,3}\\d[\\d.-]{3,17}" + "(?:[a-z]{2}_)?/(https?:/+[^/].*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** AMP caches write {@code /s/} for https, and the original without its scheme behind it. */
    private static final Pattern AMP_CACHE = Pattern.compile(
            "https?://[^/?#]+/(?:amp|wp|[cv])/s/((?:[a-z0-9-]+\\.)+[a-z][a-z0-9-]+/.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private WrappedAddress() {}

    /** The original; empty where {@code address} is not that of a copy. */
    static Optional<String> in(String address) {
        Matcher memento = MEMENTO.matcher(address);
        if (memento.matches()) {
            return Optional.of(memento.group(1).replaceFirst(":/+", "://"));
        }
        Matcher cached = AMP_CACHE.matcher(address);
        return cached.matches() ? Optional.of("https://" + cached.group(1)) : Optional.empty();
    }

    /** Whether {@code address} is that of a capture in a web archive. */
    public static boolean isMemento(String address) {
        return MEMENTO.matcher(address.strip()).matches();
    }
}
