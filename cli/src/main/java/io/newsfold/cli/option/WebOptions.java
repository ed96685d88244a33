package io.newsfold.cli.option;

import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.desk.web.WebServer;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the desk is to be seen, and who may send to it. */
public final class WebOptions {
    private static final int PORT = 8150;
    private static final int PER_MINUTE = 60;
    private static final int LEAST_TOKEN = 16;
    private static final String TOKEN = "NEWSFOLD_TOKEN";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "of the desk's pages (default: " + PORT + "; 0 for one that is free)")
    private @Nullable Integer port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "listen there; another than this machine's own needs a token (default: ${DEFAULT-VALUE})")
    private String address;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "what is sent in needs the token in this file (or in the environment: " + TOKEN + ")")
    private @Nullable Path tokenFile;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "requests a minute that a client may send in (default: " + PER_MINUTE
                    + " with a token, else any number; 0 for any number)")
    private @Nullable Integer perMinute;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "show stories as they were known at this time, as 2026-11-22T06:00:00Z")
    private @Nullable String at;

    @SuppressWarnings("NullAway.Init")
    public WebOptions() {}

    /** Whether a port was asked for. */
    public boolean isAsked() {
        return port != null;
    }

    /**
     * Starts the desk on a cluster that has the topics.
     *
     * @param data folder in which its index lies
     */
    public WebServer start(Properties client, Path data, Metrics metrics) {
        String token = token();
        int limit = perMinute == null ? token == null ? 0 : PER_MINUTE : perMinute;
        WebServer.Config config =
                new WebServer.Config(address, port == null ? PORT : port, token, limit, moment(), data.resolve("desk"));
        return WebServer.start(config, client, metrics.registry());
    }

    private @Nullable Instant moment() {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--at takes a time as 2026-11-22T06:00:00Z, not " + at, e);
        }
    }

    private @Nullable String token() {
        String token = tokenFile == null ? System.getenv(TOKEN) : read(tokenFile);
        if (token == null || token.isBlank()) {
            return null;
        }
        if (token.strip().length() < LEAST_TOKEN) {
            throw new IllegalArgumentException("a token has at least " + LEAST_TOKEN + " characters");
        }
        return token.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InputException("cannot read the token in " + file + ": " + e.getMessage(), e);
        }
    }
}
