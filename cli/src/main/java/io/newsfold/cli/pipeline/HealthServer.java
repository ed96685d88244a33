package io.newsfold.cli.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The health and the metrics of the process on a loopback port. {@code GET /health/live} answers 200 while the process
 * runs; {@code /health/ready} and {@code /health} answer 200 while it works, else 503 with the reason as one line of
 * text; {@code /metrics} answers with the metrics.
 */
public final class HealthServer implements AutoCloseable {
    private final HttpServer server;
    private final Metrics metrics;
    private final Supplier<Optional<String>> trouble;

    /**
     * Starts the server.
     *
     * @param port 0 for a free one
     * @param trouble the reason why the process does not work, in one sentence; empty while it works
     */
    public HealthServer(int port, Metrics metrics, Supplier<Optional<String>> trouble) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
        this.metrics = metrics;
        this.trouble = trouble;
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
                case "/health", "/health/ready" -> ready(exchange);
                case "/health/live" -> exchange.sendResponseHeaders(200, -1);
                case "/metrics" ->
                    send(
                            exchange,
                            200,
                            PrometheusTextFormatWriter.CONTENT_TYPE,
                            metrics.registry().scrape());
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void ready(HttpExchange exchange) throws IOException {
        Optional<String> reason = trouble.get();
        send(exchange, reason.isEmpty() ? 200 : 503, "text/plain; charset=utf-8", reason.orElse("ready") + "\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
