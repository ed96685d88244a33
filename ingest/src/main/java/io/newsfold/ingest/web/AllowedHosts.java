package io.newsfold.ingest.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hosts of a private network, such as a newsroom's own, from which fetching is allowed. */
public final class AllowedHosts {
    /** No host is allowed. */
    public static final AllowedHosts NONE = new AllowedHosts(List.of());

    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");

    private final List<Host> hosts;

    /** @param port null for ports 80 and 443 */
    private record Host(String name, @Nullable Integer port) {}

    private AllowedHosts(List<Host> hosts) {
        this.hosts = hosts;
    }

    /** @throws IllegalArgumentException where one is not {@code HOST} or {@code HOST:PORT} */
    public static AllowedHosts of(Collection<String> hosts) {
        return new AllowedHosts(hosts.stream().map(AllowedHosts::host).toList());
    }

    private static Host host(String text) {
        Matcher match = HOST_AND_PORT.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("a host is HOST or HOST:PORT, not " + text);
        }
        String port = match.group(2);
        return new Host(match.group(1).toLowerCase(Locale.ROOT), port == null ? null : Integer.valueOf(port));
    }

    /** Whether a port is one that any public host may be fetched from. */
    static boolean isStandard(int port) {
        return port == 80 || port == 443;
    }

    /** Whether fetching from {@code host}, as an address spells it, is allowed at {@code port}. */
    boolean include(String host, int port) {
        return hosts.stream()
                .anyMatch(h ->
                        h.name().equalsIgnoreCase(host) && (h.port() == null ? isStandard(port) : h.port() == port));
    }
}
