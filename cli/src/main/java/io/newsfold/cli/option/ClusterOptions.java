package io.newsfold.cli.option;

import io.newsfold.cli.pipeline.BrokerAddress;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.Cluster;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The Kafka cluster of a command. */
public final class ClusterOptions {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "use this Kafka cluster instead of the embedded broker of newsfold run")
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
            description = "folder of the embedded broker and of the job's stores (default: ${DEFAULT-VALUE})")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    public ClusterOptions() {}

    public Path data() {
        return data;
    }

    /** Client properties of an external cluster, where one was given. */
    public Optional<Properties> external() {
        return Optional.ofNullable(bootstrapServers).map(servers -> ClientSettings.of(servers, kafkaConfig));
    }

    /** As {@link #client}, without a check that the broker answers; empty where no run uses the data folder. */
    public Optional<Properties> unchecked() {
        return external().or(() -> BrokerAddress.read(data).map(address -> ClientSettings.of(address, kafkaConfig)));
    }

    /**
     * Client properties of the given cluster, or of the embedded broker of a {@code newsfold run} on the data folder.
     *
     * @throws BrokerException where there is none, or it does not answer
     */
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
