package io.newsfold.cli.option;

import io.newsfold.cli.pipeline.HealthServer;
import io.newsfold.cli.pipeline.Metrics;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A port on which a process says how it is. */
public final class HealthOption {
    @Option(
            names = "--health",
            paramLabel = "PORT",
            defaultValue = "0",
            description =
                    "answer GET /health, /health/live, /health/ready and /metrics on this loopback port (default: on none)")
    private int port;

    /** Answers until the process ends. */
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
