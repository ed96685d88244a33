package io.newsfold.cli.option;

import io.newsfold.cli.pipeline.BrokerAddress;
import io.newsfold.kafka.BrokerException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Kafka cluster of a command. */
public final class ClusterOptions {
    private static final String CONFIG = "--kafka-config";

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "use this Kafka cluster instead of the embedded broker of newsfold run")
    private @Nullable String bootstrapServers;

    @Option(
            names = CONFIG,
            paramLabel = "FILE",
            description = "properties for every Kafka client: TLS, SASL, timeouts, …")
    private @Nullable Path kafkaConfig;

    @Mixin
    private DataOption data = new DataOption();

    public ClusterOptions() {}

    public Path data() {
        return data.path();
    }

    /** Client properties of an external cluster, where one was given. */
    public Optional<Properties> external() {
        return Optional.ofNullable(bootstrapServers).map(servers -> ClientFile.read(CONFIG, servers, kafkaConfig));
    }

    /** As {@link #client}, without a check that the broker answers; empty where no run uses the data folder. */
    public Optional<Properties> unchecked() {
        return external()
                .or(() -> BrokerAddress.read(data()).map(address -> ClientFile.read(CONFIG, address, kafkaConfig)));
    }

    /**
     * Client properties of the given cluster, or of the embedded broker of a {@code newsfold run} on the data folder.
     *
     * @throws BrokerException where there is none, or it does not answer
     */
    public Properties client() {
        return ClientFile.answering(unchecked()
                .orElseThrow(() -> new BrokerException("no newsfold run is at work on " + data()
                        + ": start one, or name a cluster with --bootstrap-servers")));
    }
}
