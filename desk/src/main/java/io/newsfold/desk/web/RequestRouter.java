package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.newsfold.contract.Limits;
import io.newsfold.desk.web.ResourceRequest.Mistake;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request of the desk: who may, which door or resource it is for, and the answer with the headers that each has. */
final class RequestRouter extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RequestRouter.class);
    private static final int BODY_SECONDS = 10;
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final ResourceEndpoints resources;
    private final Pages pages;
    private final EventStreams streams;
    private final ArticleEndpoint articles;
    private final OverrideEndpoint overrides;
    private final Access access;
    private final boolean onlyOurself;
    private final PrometheusMeterRegistry metrics;
    private final BooleanSupplier isReady;

    /**
     * @param onlyOurself whether only names of this machine are answered to
     * @param isReady whether the view is up with the topics
     */
    RequestRouter(
            ResourceEndpoints resources,
            Pages pages,
            EventStreams streams,
            ArticleEndpoint articles,
            OverrideEndpoint overrides,
            Access access,
            boolean onlyOurself,
            PrometheusMeterRegistry metrics,
            BooleanSupplier isReady) {
        this.resources = resources;
        this.pages = pages;
        this.streams = streams;
        this.articles = articles;
        this.overrides = overrides;
        this.access = access;
        this.onlyOurself = onlyOurself;
        this.metrics = metrics;
        this.isReady = isReady;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (onlyOurself && (host == null || !Access.isOurself(host))) {
            send(ResourceResponse.problem(421, "this desk answers to localhost only"), request, response, callback);
            return true;
        }
        List<String> path = path(request);
        switch (request.getMethod()) {
            case "GET", "HEAD" -> get(path, request, response, callback);
            case "POST" -> post(path, request, response, callback);
            default ->
                send(
                        ResourceResponse.problem(405, "GET and POST are all there is")
                                .with("Allow", "GET, HEAD, POST"),
                        request,
                        response,
                        callback);
        }
        return true;
    }

    private void get(List<String> path, Request request, Response response, Callback callback) {
        if (path.equals(List.of("events"))) {
            Fields query = Request.extractQueryParameters(request, UTF_8);
            String header = request.getHeaders().get("Last-Event-ID");
            String last = header == null ? query.getValue("after") : header;
            if (!streams.open(response, callback, query.getValue("story"), last)) {
                send(
                        ResourceResponse.problem(
                                        503, "more than " + EventStreams.MOST_CLIENTS + " clients listen already")
                                .with("Retry-After", "30"),
                        request,
                        response,
                        callback);
            }
            return;
        }
        send(answered(request, () -> got(path, request)), request, response, callback);
    }

    private ResourceResponse got(List<String> path, Request request) {
        Optional<ResourceResponse> fixed = fixed(path);
        if (fixed.isPresent()) {
            return fixed.get();
        }
        Map<String, String> query = values(Request.extractQueryParameters(request, UTF_8));
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        int dot = last.lastIndexOf('.');
        Optional<Representation> bySuffix =
                dot < 0 ? Optional.empty() : Representation.ofSuffix(last.substring(dot + 1));
        if (bySuffix.isPresent()) {
            List<String> plain = new ArrayList<>(path.subList(0, path.size() - 1));
            plain.add(last.substring(0, dot));
            return resources.get(new ResourceRequest(plain, bySuffix.get(), query));
        }
        Representation shape = accepted(request)
                .orElseThrow(
                        () -> new Mistake(
                                406,
                                "there are HTML, JSON, JSON Feed, Atom, CSV and Parquet; the ending of the address chooses, too"));
        return resources.get(new ResourceRequest(path, shape, query)).with("Vary", "Accept");
    }

    private Optional<ResourceResponse> fixed(List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return switch (path.get(0)) {
            case "assets" -> path.size() == 3 ? Assets.asset(path.get(2)) : Optional.empty();
            case "openapi.yaml", "asyncapi.yaml" -> Assets.description(path.get(0));
            case "schemas" ->
                path.size() == 2 ? Assets.schema(path.get(1).replaceFirst("\\.schema\\.json$", "")) : Optional.empty();
            case "robots.txt" ->
                Optional.of(new ResourceResponse(
                        200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n".getBytes(UTF_8), Map.of()));
            case "metrics" ->
                Optional.of(new ResourceResponse(
                        200,
                        PrometheusTextFormatWriter.CONTENT_TYPE,
                        metrics.scrape().getBytes(UTF_8),
                        Map.of()));
            case "health" -> Optional.of(health(path));
            default -> Optional.empty();
        };
    }

    private ResourceResponse health(List<String> path) {
        boolean live = path.size() == 2 && path.get(1).equals("live");
        return live || isReady.getAsBoolean()
                ? ResourceResponse.json(200, Map.of("status", "ok"))
                : ResourceResponse.problem(503, "the desk is not up with the topics");
    }

    private static Optional<Representation> accepted(Request request) {
        if (!request.getHeaders().contains(HttpHeader.ACCEPT)) {
            return Optional.of(Representation.HTML);
        }
        QuotedQualityCSV accepted = new QuotedQualityCSV();
        request.getHeaders().getFields(HttpHeader.ACCEPT).stream()
                .map(HttpField::getValue)
                .forEach(accepted::addValue);
        return Representation.accepted(accepted.getValues());
    }

    private void post(List<String> path, Request request, Response response, Callback callback) {
        if (path.equals(List.of("articles"))) {
            Optional<ResourceResponse> refusal = refusal(request, null);
            if (refusal.isPresent()) {
                refuse(refusal.get(), request, response, callback);
                return;
            }
            String url = Request.extractQueryParameters(request, UTF_8).getValue("url");
            receive(
                    request,
                    response,
                    callback,
                    Limits.BODY_BYTES,
                    body -> articles.post(request.getHeaders(), url, body));
        } else if (path.equals(List.of("overrides"))) {
            receive(request, response, callback, 10_000, body -> {
                Fields form = new Fields(true);
                UrlEncoded.decodeTo(new String(body, UTF_8), form::add, UTF_8);
                Map<String, String> values = values(form);
                return refusal(request, values.get("token")).orElseGet(() -> overrides.post(values));
            });
        } else {
            send(ResourceResponse.problem(404, "nothing can be sent to this address"), request, response, callback);
        }
    }

    private Optional<ResourceResponse> refusal(Request request, @Nullable String token) {
        return access.refusal(request.getHeaders(), Request.getRemoteAddr(request), token);
    }

    /** Reads a body of limited length in limited time, then answers. */
    private void receive(
            Request request, Response response, Callback callback, int most, Function<byte[], ResourceResponse> taker) {
        if (request.getLength() > most) {
            refuse(tooLarge(most), request, response, callback);
            return;
        }
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, most, Promise.Invocable.toPromise(read));
        var unused = read.orTimeout(BODY_SECONDS, TimeUnit.SECONDS)
                .whenCompleteAsync(
                        (body, failure) -> {
                            if (failure == null) {
                                send(answered(request, () -> taker.apply(body)), request, response, callback);
                            } else if (failure instanceof TimeoutException) {
                                refuse(
                                        ResourceResponse.problem(408, "the body took too long"),
                                        request,
                                        response,
                                        callback);
                            } else {
                                boolean large = failure instanceof IllegalStateException;
                                refuse(
                                        large ? tooLarge(most) : ResourceResponse.problem(400, "the body breaks off"),
                                        request,
                                        response,
                                        callback);
                            }
                        },
                        request.getComponents().getExecutor());
    }

    private static ResourceResponse tooLarge(int most) {
        return ResourceResponse.problem(413, "a body has at most " + most + " bytes");
    }

    /** Ends the connection as well: the rest of the body is not waited for. */
    private static void refuse(ResourceResponse answer, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        send(answer, request, response, callback);
    }

    private ResourceResponse answered(Request request, java.util.function.Supplier<ResourceResponse> door) {
        try {
            return door.get();
        } catch (Mistake e) {
            return told(e.status(), String.valueOf(e.getMessage()), request);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), e);
            return told(500, "that did not work: a bug of ours, told in the log", request);
        }
    }

    /** For people a page, for programs a problem. */
    private ResourceResponse told(int status, String sentence, Request request) {
        boolean page = accepted(request).filter(s -> s == Representation.HTML).isPresent()
                && String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT)).contains("html");
        return page ? pages.problem(status, sentence) : ResourceResponse.problem(status, sentence);
    }

    private static void send(ResourceResponse answer, Request request, Response response, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        if (!answer.headers().containsKey("Cache-Control")) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        }
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
    }

    private static List<String> path(Request request) {
        return Stream.of(Request.getPathInContext(request).split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> UrlEncoded.decodeString(part, 0, part.length(), UTF_8))
                .toList();
    }

    private static Map<String, String> values(Fields fields) {
        Map<String, String> values = new TreeMap<>();
        fields.forEach(field -> values.put(field.getName(), String.valueOf(field.getValue())));
        return values;
    }
}
