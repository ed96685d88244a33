package io.newsfold.cli.option;

import io.newsfold.ingest.web.AllowedHosts;
import java.util.List;
import picocli.CommandLine.Option;

/** Which hosts of a private network may be fetched from. */
public final class AllowedHostsOption {
    @Option(
            names = "--allow-private-networks",
            paramLabel = "HOST[:PORT]",
            split = ",",
            description =
                    "fetch from these hosts though they are in a private network, or at another port than 80 or 443")
    private List<String> hosts = List.of();

    public AllowedHostsOption() {}

    /** @throws IllegalArgumentException where one is no host */
    public AllowedHosts hosts() {
        return AllowedHosts.of(hosts);
    }
}
