package io.newsfold.cli.option;

import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.desk.picture.PictureConfig;
import io.newsfold.desk.web.WebServer;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The address of the desk, and the protection of its requests that send articles. */
public final class WebOptions {
    private static final int PORT = 8150;
    private static final int RATE_LIMIT = 60;
    private static final int LEAST_TOKEN = 16;
    private static final String TOKEN = "NEWSFOLD_TOKEN";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "port of the desk (default: " + PORT + "; 0 for a free one)")
    private @Nullable Integer port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address to listen on; any other than loopback needs a token (default: ${DEFAULT-VALUE})")
    private String address;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "requests that send articles need the token in this file (or in the environment: " + TOKEN + ")")
    private @Nullable Path tokenFile;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "most requests a minute that send articles, for each client (default: " + RATE_LIMIT
                    + " with a token, else no limit; 0 for no limit)")
    private @Nullable Integer rateLimit;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "show stories as they were known at this time, as 2026-11-22T06:00:00Z")
    private @Nullable Instant at;

    @Option(
            names = "--no-images",
            description = "show no pictures; else the desk fetches the first one of an article when a page shows it")
    private boolean noImages;

    @Mixin
    private AllowedHostsOption allow = new AllowedHostsOption();

    @SuppressWarnings("NullAway.Init")
    public WebOptions() {}

    /** Whether a port was given. */
    public boolean hasPort() {
        return port != null;
    }

    /**
     * Starts the desk on a cluster that has the topics.
     *
     * @param data folder of the index and the pictures
     */
    public WebServer start(Properties client, Path data, Metrics metrics) {
        return WebServer.start(config(data), client, metrics.registry());
    }

    /**
     * Finds out before anything starts whether the desk can.
     *
     * @throws IllegalArgumentException where the port is none or taken, others could reach it without a token, or an
     *     option is wrong
     * @throws InputException where the token cannot be read
     */
    public void check() {
        WebServer.Config config = config(Path.of(""));
        try {
            PortCheck.requireFree("--port", InetAddress.getByName(config.address()), config.port());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no address " + config.address(), e);
        }
    }

    private WebServer.Config config(Path data) {
        String token = token();
        return new WebServer.Config(
                address,
                port == null ? PORT : port,
                token,
                rateLimit(token),
                at,
                data.resolve("desk"),
                pictures(data.resolve("pictures")));
    }

    private PictureConfig pictures(Path folder) {
        PictureConfig pictures = PictureConfig.of(folder, allow.hosts());
        return noImages ? PictureConfig.off(folder) : pictures;
    }

    /** Requests a minute; 0 for no limit. */
    private int rateLimit(@Nullable String token) {
        if (rateLimit != null) {
            return rateLimit;
        }
        return token == null ? 0 : RATE_LIMIT;
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
            throw new InputException("there is no file " + file + " (--token-file)", e);
        }
    }
}
