package io.newsfold.ingest.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hosts of a private network that may be fetched from all the same: a newsroom's own. */
public final class AllowedHosts {
    /** No such hosts. */
    public static final AllowedHosts NONE = new AllowedHosts(List.of());

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");

    private final List<Host> hosts;

    /** @param port another than the usual ones; null where those are meant */
    private record Host(String name, @Nullable Integer port) {}

    private AllowedHosts(List<Host> hosts) {
        this.hosts = hosts;
    }

    /** @throws IllegalArgumentException where one is not {@code HOST} or {@code HOST:PORT} */
    public static AllowedHosts of(Collection<String> hosts) {
        return new AllowedHosts(hosts.stream().map(AllowedHosts::host).toList());
    }

    private static Host host(String text) {
        Matcher match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("a host is HOST or HOST:PORT, not " + text);
        }
        String port = match.group(2);
        return new Host(match.group(1).toLowerCase(Locale.ROOT), port == null ? null : Integer.valueOf(port));
    }

    /** Whether {@code host}, as an address spells it, may be fetched from at {@code port}. */
    boolean include(String host, int port) {
        return hosts.stream()
                .anyMatch(h -> h.name().equalsIgnoreCase(host)
                        && (h.port() == null ? WebAddress.isUsual(port) : h.port() == port));
    }
}
