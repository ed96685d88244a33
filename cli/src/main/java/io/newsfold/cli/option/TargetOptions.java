package io.newsfold.cli.option;

import io.newsfold.kafka.BrokerException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The Kafka cluster to which a command copies; {@link ClusterOptions} are those of the cluster from which it reads. */
public final class TargetOptions {
    @Option(names = "--to", required = true, paramLabel = "HOST:PORT", description = "target: the cluster to copy to")
    private String target;

    @Option(
            names = "--to-config",
            paramLabel = "FILE",
            description = "properties for every Kafka client of the other cluster: TLS, SASL, timeouts, …")
    private @Nullable Path config;

    @SuppressWarnings("NullAway.Init")
    public TargetOptions() {}

    public String address() {
        return target;
    }

    /**
     * Client properties of the cluster, which answers.
     *
     * @throws BrokerException where it does not
     */
    public Properties client() {
        return ClientFile.answering(ClientFile.read("--to-config", target, config));
    }
}
