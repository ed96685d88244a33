package io.newsfold.cli.option;

import io.newsfold.cli.pipeline.HealthServer;
import io.newsfold.cli.pipeline.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The health port and the log layout of a long-running process. */
public final class MonitoringOptions {
    @Option(
            names = "--health",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "answer GET /health, /health/live, /health/ready and /metrics on this loopback port"
                    + " (default: on none)")
    private int port;

    @Option(names = "--log-json", description = "log one JSON object a line; so does NEWSFOLD_LOG=json")
    @SuppressWarnings("UnusedVariable") // main reads it from the arguments: it is needed before the first logger
    private boolean logJson;

    /** @throws IllegalArgumentException where the port is none, or taken */
    public void check() {
        PortCheck.requireFree("--health", InetAddress.getLoopbackAddress(), port);
    }

    /**
     * Answers on the health port, where one was given, until the process ends.
     *
     * @param trouble the reason why the process does not work, in one sentence; empty while it works
     * @throws IllegalArgumentException where the port cannot be opened
     */
    @SuppressWarnings("resource")
    public void serve(Metrics metrics, Supplier<Optional<String>> trouble) {
        if (port == 0) {
            return;
        }
        try {
            new HealthServer(port, metrics, trouble);
        } catch (IOException e) {
            throw new IllegalArgumentException("--health " + port + ": " + e.getMessage(), e);
        }
    }
}
