package io.newsfold.desk.web;

import io.newsfold.contract.Limits;
import io.newsfold.kafka.BrokerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes each request of the desk to its endpoint, checks access, and adds the headers of every response. */
final class RequestRouter extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RequestRouter.class);
    private static final int FORM_BYTES = 10_000;
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final Endpoint resources;
    private final FixedResources fixed;
    private final PageRenderer pages;
    private final EventStreams streams;
    private final PictureEndpoint pictures;
    private final SubmissionEndpoint submissions;
    private final OverrideEndpoint overrides;
    private final McpEndpoint assistants;
    private final Access access;
    private final boolean onlyThisMachine;

    /** @param onlyThisMachine whether requests to other host names than those of this machine are refused */
    RequestRouter(
            Endpoint resources,
            FixedResources fixed,
            PageRenderer pages,
            EventStreams streams,
            PictureEndpoint pictures,
            SubmissionEndpoint submissions,
            OverrideEndpoint overrides,
            McpEndpoint assistants,
            Access access,
            boolean onlyThisMachine) {
        this.resources = resources;
        this.fixed = fixed;
        this.pages = pages;
        this.streams = streams;
        this.pictures = pictures;
        this.submissions = submissions;
        this.overrides = overrides;
        this.assistants = assistants;
        this.access = access;
        this.onlyThisMachine = onlyThisMachine;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpExchange exchange = new HttpExchange(request, response, callback);
        HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        String host = exchange.headers().get(HttpHeader.HOST);
        if (onlyThisMachine && (host == null || !Access.isThisMachine(host))) {
            exchange.send(ResourceResponse.problem(421, "this desk answers to localhost only"));
            return true;
        }
        List<String> path = exchange.path();
        switch (request.getMethod()) {
            case "GET", "HEAD" -> get(path, exchange);
            case "POST" -> post(path, exchange);
            default ->
                exchange.send(ResourceResponse.problem(405, "the methods are GET, HEAD and POST")
                        .with("Allow", "GET, HEAD, POST"));
        }
        return true;
    }

    private void get(List<String> path, HttpExchange exchange) {
        if (path.equals(List.of("events"))) {
            openStream(exchange);
            return;
        }
        if (!path.isEmpty() && path.get(0).equals(ArticlePictures.PATH)) {
            sendPicture(path, exchange);
            return;
        }
        exchange.send(answer(exchange, () -> resource(path, exchange)));
    }

    /** Before any choice of a representation: browsers do not say that they accept JPEG. */
    private void sendPicture(List<String> path, HttpExchange exchange) {
        try {
            exchange.sendLater(pictures.get(path, exchange.query().keySet()));
        } catch (RuntimeException e) {
            exchange.send(answer(exchange, () -> {
                throw e;
            }));
        }
    }

    private void openStream(HttpExchange exchange) {
        Map<String, String> query = exchange.query();
        String header = exchange.headers().get("Last-Event-ID");
        String last = header == null ? query.get("after") : header;
        if (!streams.open(exchange.response(), exchange.callback(), query.get("story"), last)) {
            exchange.send(
                    ResourceResponse.problem(503, "more than " + EventStreams.MAX_CLIENTS + " clients listen already")
                            .with("Retry-After", "30"));
        }
    }

    private ResourceResponse resource(List<String> path, HttpExchange exchange) {
        Optional<ResourceResponse> response = fixed.get(path);
        return response.isPresent() ? response.get() : negotiated(path, exchange);
    }

    /** Chooses the representation by the ending of the path, or else by the header {@code Accept}. */
    private ResourceResponse negotiated(List<String> path, HttpExchange exchange) {
        Map<String, String> query = exchange.query();
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        int dot = last.lastIndexOf('.');
        Optional<Representation> bySuffix =
                dot < 0 ? Optional.empty() : Representation.ofSuffix(last.substring(dot + 1));
        if (bySuffix.isPresent() && dot == 0) {
            throw RequestException.notFound(); // an ending without a name before it
        }
        if (bySuffix.isPresent()) {
            List<String> plain = new ArrayList<>(path.subList(0, path.size() - 1));
            plain.add(last.substring(0, dot));
            return resources.get(new ResourceRequest(plain, bySuffix.get(), query));
        }
        Representation accepted = Representation.accepted(exchange.headers())
                .orElseThrow(() -> new RequestException(
                        406,
                        "there are HTML, JSON, JSON Feed, Atom, CSV and Parquet; "
                                + "the ending of the address chooses, too"));
        return resources.get(new ResourceRequest(path, accepted, query)).with("Vary", "Accept");
    }

    private void post(List<String> path, HttpExchange exchange) {
        if (path.equals(List.of("articles"))) {
            Optional<ResourceResponse> refusal = refusal(exchange, null);
            if (refusal.isPresent()) {
                exchange.refuse(refusal.get());
                return;
            }
            exchange.receive(
                    Limits.BODY_BYTES,
                    body -> answer(exchange, () -> submissions.post(exchange.headers(), exchange.query(), body)));
        } else if (path.equals(List.of("mcp"))) {
            Optional<ResourceResponse> refusal = refusal(exchange, null);
            if (refusal.isPresent()) {
                exchange.refuse(refusal.get());
                return;
            }
            exchange.receive(McpEndpoint.MAX_BYTES, body -> answer(exchange, () -> assistants.post(body)));
        } else if (path.equals(List.of("overrides"))) {
            exchange.receive(FORM_BYTES, body -> answer(exchange, () -> override(exchange, body)));
        } else {
            exchange.send(ResourceResponse.problem(404, "nothing can be sent to this address"));
        }
    }

    private ResourceResponse override(HttpExchange exchange, byte[] body) {
        Map<String, String> form = HttpExchange.form(body);
        return refusal(exchange, form.get("token"))
                .map(refusal -> isPerson(exchange) ? pages.problem(refusal.status(), sentence(refusal)) : refusal)
                .orElseGet(() -> overrides.post(form));
    }

    /** A form cannot send the headers that a program is told of. */
    private static String sentence(ResourceResponse refusal) {
        return switch (refusal.status()) {
            case 401 -> "the token is wrong or missing: go back and give it again";
            case 429 -> "too many decisions within a minute: go back and try again later";
            default -> "decisions are taken from the desk's own pages only";
        };
    }

    private Optional<ResourceResponse> refusal(HttpExchange exchange, @Nullable String token) {
        return access.refusal(exchange.headers(), Request.getRemoteAddr(exchange.request()), token);
    }

    private ResourceResponse answer(HttpExchange exchange, Supplier<ResourceResponse> endpoint) {
        try {
            return endpoint.get();
        } catch (RequestException e) {
            return problem(e.status(), e.sentence(), exchange);
        } catch (BrokerException e) {
            return problem(503, String.valueOf(e.getMessage()), exchange);
        } catch (RuntimeException e) {
            Request request = exchange.request();
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), e);
            return problem(500, "the request failed because of a bug in the desk; its log has the details", exchange);
        }
    }

    /** For people a page, for programs a problem. */
    private ResourceResponse problem(int status, String sentence, HttpExchange exchange) {
        return isPerson(exchange) ? pages.problem(status, sentence) : ResourceResponse.problem(status, sentence);
    }

    private static boolean isPerson(HttpExchange exchange) {
        return Representation.accepted(exchange.headers())
                        .filter(r -> r == Representation.HTML)
                        .isPresent()
                && String.valueOf(exchange.headers().get(HttpHeader.ACCEPT)).contains("html");
    }
}
