package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * One request of Jetty with its response, which is sent once.
 *
 * @param request as received
 * @param response to send
 * @param callback completed once the response is sent
 */
record HttpExchange(Request request, Response response, Callback callback) {
    private static final int BODY_SECONDS = 10;
    private static final int PIECE_BYTES = 64 * 1024;

    HttpFields headers() {
        return request.getHeaders();
    }

    /** Parts of the path, decoded; empty parts are left out. */
    List<String> path() {
        return Stream.of(Request.getPathInContext(request).split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> UrlEncoded.decodeString(part, 0, part.length(), UTF_8))
                .toList();
    }

    /**
     * The parameters of the query.
     *
     * @throws RequestException where one has two values
     */
    Map<String, String> query() {
        return values(Request.extractQueryParameters(request, UTF_8));
    }

    /**
     * The fields of a form.
     *
     * @throws RequestException where one has two values
     */
    static Map<String, String> form(byte[] body) {
        Fields form = new Fields(true);
        UrlEncoded.decodeTo(new String(body, UTF_8), form::add, UTF_8);
        return values(form);
    }

    private static Map<String, String> values(Fields fields) {
        Map<String, String> values = new TreeMap<>();
        for (Fields.Field field : fields) {
            if (Set.copyOf(field.getValues()).size() > 1) {
                throw new RequestException(400, field.getName() + " is given twice, with different values");
            }
            values.put(field.getName(), String.valueOf(field.getValue()));
        }
        return values;
    }

    /**
     * Reads a body of at most {@code most} bytes within ten seconds, then sends what {@code endpoint} answers to it.
     */
    void receive(int most, Function<byte[], ResourceResponse> endpoint) {
        if (request.getLength() > most) {
            refuse(tooLarge(most));
            return;
        }
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, most, Promise.Invocable.toPromise(read));
        var unused = read.orTimeout(BODY_SECONDS, TimeUnit.SECONDS)
                .whenCompleteAsync(
                        (body, failure) -> {
                            if (failure == null) {
                                send(endpoint.apply(body));
                            } else {
                                refuse(unread(failure, most));
                            }
                        },
                        request.getComponents().getExecutor());
    }

    private static ResourceResponse unread(Throwable failure, int most) {
        if (failure instanceof TimeoutException) {
            return ResourceResponse.problem(408, "the body took too long");
        }
        boolean large = failure instanceof IllegalStateException;
        return large ? tooLarge(most) : ResourceResponse.problem(400, "the body is incomplete");
    }

    private static ResourceResponse tooLarge(int most) {
        return ResourceResponse.problem(413, "a body has at most " + most + " bytes");
    }

    /** Sends a response and closes the connection, so that the rest of the body is not read. */
    void refuse(ResourceResponse refusal) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        send(refusal);
    }

    /** Sends a response once it is there; no thread waits for it. */
    void sendLater(CompletableFuture<ResourceResponse> answer) {
        var unused = answer.thenAcceptAsync(this::send, request.getComponents().getExecutor());
    }

    void send(ResourceResponse answer) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        if (!answer.headers().containsKey(HttpHeader.CACHE_CONTROL.asString())) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        }
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        boolean head = request.getMethod().equals("HEAD");
        ResourceResponse.BodyWriter rest = answer.rest();
        if (rest != null && !head) {
            stream(rest);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
    }

    /** Blocks this thread while the client reads; a failure ends the connection, so that no part is taken for all. */
    private void stream(ResourceResponse.BodyWriter rest) {
        try {
            OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response), PIECE_BYTES);
            rest.writeTo(out);
            out.close(); // only now: an end would make a part look whole
            callback.succeeded();
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
        }
    }
}
