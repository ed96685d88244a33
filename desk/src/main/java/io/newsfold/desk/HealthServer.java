package io.newsfold.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;

/**
 * Answers on a loopback port how the process is: {@code GET /health/live} whether it answers at all, {@code /health/ready} and {@code /health} whether it works (200 or 503), {@code /metrics}
 * what it measures.
 */
public final class HealthServer implements AutoCloseable {
    private final HttpServer server;
    private final Metrics metrics;
    private final BooleanSupplier isReady;

    /** @param port 0 for a free one */
    public HealthServer(int port, Metrics metrics, BooleanSupplier isReady) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
        this.metrics = metrics;
        this.isReady = isReady;
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/health", "/health/ready" -> exchange.sendResponseHeaders(isReady.getAsBoolean() ? 200 : 503, -1);
                case "/health/live" -> exchange.sendResponseHeaders(200, -1);
                case "/metrics" -> send(exchange, metrics.text().getBytes(UTF_8));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, byte[] text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", Metrics.CONTENT_TYPE);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
