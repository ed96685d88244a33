package io.newsfold.cli.option;

import io.newsfold.cli.pipeline.EmbeddedBroker;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.Cluster;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which broker a command speaks to. */
public final class ClusterOptions {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "use this Kafka cluster instead of the broker inside newsfold run")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "properties for every Kafka client: TLS, SASL, timeouts, …")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".newsfold",
            description = "folder of the broker inside and of the job's stores (default: ${DEFAULT-VALUE})")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    public ClusterOptions() {}

    public Path data() {
        return data;
    }

    /** Properties for a cluster outside, where one was named. */
    public Optional<Properties> outside() {
        return Optional.ofNullable(bootstrapServers).map(servers -> ClientSettings.of(servers, kafkaConfig));
    }

    /** As {@link #client}, whether it answers or not; none where there is no run to speak to. */
    public Optional<Properties> unchecked() {
        return outside()
                .or(() -> Optional.ofNullable(EmbeddedBroker.addressIn(data))
                        .map(address -> ClientSettings.of(address, kafkaConfig)));
    }

    /** Properties for the cluster that is there: the named one, or the broker of a {@code newsfold run} on the same data folder. */
    public Properties client() {
        Properties client = unchecked()
                .orElseThrow(() -> new BrokerException("no newsfold run is at work on " + data
                        + ": start one, or name a cluster with --bootstrap-servers"));
        try (Cluster cluster = new Cluster(client)) {
            cluster.check();
        }
        return client;
    }
}
