package io.newsfold.desk.command;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;

/** A port on which a process says whether it is well: {@code GET /health} answers 200 or 503. */
final class HealthOption {
    @Option(
            names = "--health",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "answer GET /health on this loopback port (default: on none)")
    private int port;

    void serve(BooleanSupplier isWell) {
        if (port == 0) {
            return;
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
            server.createContext("/health", exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(isWell.getAsBoolean() ? 200 : 503, -1);
                }
            });
            server.start();
        } catch (IOException e) {
            throw new IllegalArgumentException("--health " + port + ": " + e.getMessage(), e);
        }
    }
}
