package io.newsfold.cli.option;

import io.newsfold.ingest.web.AllowedHosts;
import java.util.List;
import picocli.CommandLine.Option;

/** The hosts of private networks from which the process fetches. */
public final class AllowedHostsOption {
    @Option(
            names = "--allow-private-networks",
            paramLabel = "HOST[:PORT]",
            split = ",",
            description = "fetch from these hosts even in a private network, or on another port than 80 or 443")
    private List<String> hosts = List.of();

    public AllowedHostsOption() {}

    /** @throws IllegalArgumentException where a value is not a host */
    public AllowedHosts hosts() {
        return AllowedHosts.of(hosts);
    }
}
