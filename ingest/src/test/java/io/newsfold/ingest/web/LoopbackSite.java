package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on a free loopback port, for tests: it answers 404 unless a handler is set, and records requests. */
public final class LoopbackSite implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public LoopbackSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port", e);
        }
        server.setExecutor(threads);
        on("/", exchange -> exchange.sendResponseHeaders(404, -1));
        server.start();
    }

    /** {@code 127.0.0.1:port}. */
    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public String address(String path) {
        return "http://" + host() + path;
    }

    /** Sets the handler of a path, in place of a former one. */
    public void on(String path, HttpHandler handler) {
        forget(path);
        server.createContext(path, exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().getPath());
                if (path.equals("/") || exchange.getRequestURI().getPath().equals(path)) {
                    handler.handle(exchange);
                } else {
                    exchange.sendResponseHeaders(404, -1);
                }
            }
        });
    }

    /** Answers a path with a text. */
    public void on(String path, String type, String body) {
        on(path, exchange -> answer(exchange, 200, type, body.getBytes(UTF_8)));
    }

    public static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void forget(String path) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException e) {
            return; // it had no handler
        }
    }

    /** The paths of all requests so far, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
