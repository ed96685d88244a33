package io.newsfold.desk.web;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Sha256;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.PostedArticles;
import io.newsfold.text.address.CanonicalUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** {@code POST /articles}: publishes articles, and answers once Kafka has them. Thread-safe; the caller closes it. */
final class SubmissionEndpoint implements AutoCloseable {
    private static final int MAX_KEYS = 10_000;
    private static final String URL = "url";

    /**
     * The result of sending one article.
     *
     * @param id of the article
     * @param key of its raw record
     * @param outcome address of its outcome; null where it was refused
     * @param article address of the article; null where it was refused
     * @param refused the reason for the refusal; null where it was published
     */
    record Submission(
            String id,
            String key,
            @Nullable String outcome,
            @Nullable String article,
            @Nullable String refused) {}

    /** The results of sending a batch, in its order. */
    record Submissions(List<Submission> items) {}

    /** The response to an idempotency key, with the digest of its request. */
    private record KeyedResponse(String digest, CompletableFuture<ResourceResponse> response) {}

    private final Properties client;
    private final Clock clock;
    private @Nullable RawProducer producer;
    private final Map<String, KeyedResponse> byKey = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KeyedResponse> eldest) {
            return size() > MAX_KEYS;
        }
    };

    /**
     * @param client settings of the Kafka client
     * @param clock for the fetch time of articles
     */
    SubmissionEndpoint(Properties client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Publishes the articles of a body. A request with the same {@code Idempotency-Key} and the same body gets the same
     * response; the last 10,000 keys are in memory.
     *
     * @param query of the request: {@code url} is the address of one page or text
     * @param sent body of the request, as received
     * @throws RequestException where the request is wrong
     */
    ResourceResponse post(HttpFields headers, Map<String, String> query, byte[] sent) {
        String type = headers.get("Content-Type");
        if (type == null || !PostedArticles.isSupported(type)) {
            throw new RequestException(
                    415,
                    "articles come as text/html, text/plain, text/markdown, text/csv, application/json or"
                            + " application/x-ndjson");
        }
        String url = address(query, type);
        byte[] body = decoded(sent, headers.get("Content-Encoding"));
        String key = headers.get("Idempotency-Key");
        if (key == null) {
            return publish(body, type, url);
        }
        if (key.isBlank() || key.length() > 200) {
            throw new RequestException(400, "an Idempotency-Key has 1 to 200 characters");
        }
        String digest = Sha256.hex(body) + type + url;
        KeyedResponse own = new KeyedResponse(digest, new CompletableFuture<>());
        KeyedResponse first;
        synchronized (byKey) {
            first = byKey.putIfAbsent(key, own);
        }
        if (first == null) {
            return publishFirst(key, own, body, type, url);
        }
        if (!first.digest().equals(digest)) {
            throw new RequestException(422, "an earlier request had this Idempotency-Key and another body");
        }
        return first.response().join();
    }

    /** The address in the query; null where there is none. */
    private static @Nullable String address(Map<String, String> query, String type) {
        ResourceRoutes.requireKnown(query.keySet(), Set.of(URL));
        String url = query.get(URL);
        if (url != null && CanonicalUrl.of(url).isEmpty()) {
            throw new RequestException(400, "url is an address as https://example.org/story, not " + url);
        }
        if (url != null && !PostedArticles.isOne(type)) {
            throw new RequestException(400, "url goes with one page or text; articles in " + type + " name their own");
        }
        return url;
    }

    private ResourceResponse publishFirst(
            String key, KeyedResponse own, byte[] body, String type, @Nullable String url) {
        try {
            ResourceResponse response = publish(body, type, url);
            own.response().complete(response);
            return response;
        } catch (RuntimeException e) {
            synchronized (byKey) {
                byKey.remove(key);
            }
            own.response().completeExceptionally(e);
            throw e;
        }
    }

    private static byte[] decoded(byte[] sent, @Nullable String encoding) {
        if (encoding == null || encoding.equals("identity")) {
            return sent;
        }
        if (!encoding.equals("gzip")) {
            throw new RequestException(415, "the only content encoding is gzip");
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] body = in.readNBytes(Limits.BODY_BYTES + 1);
            if (body.length > Limits.BODY_BYTES) {
                throw new RequestException(413, "a body has at most " + Limits.BODY_BYTES + " bytes, unpacked");
            }
            return body;
        } catch (IOException e) {
            throw new RequestException(400, "the body is not gzip: " + e.getMessage());
        }
    }

    private ResourceResponse publish(byte[] body, String type, @Nullable String url) {
        Instant fetched = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Delivery> deliveries = PostedArticles.read(body, type, url, fetched, "http");
        if (deliveries.isEmpty()) {
            throw new RequestException(400, "there is no article in the body");
        }
        List<Submission> submissions = send(deliveries);
        boolean one = deliveries.size() == 1 && !type.contains("ndjson") && !type.contains("jsonl");
        if (!one) {
            return ResourceResponse.json(202, new Submissions(submissions));
        }
        String outcome = submissions.get(0).outcome();
        ResourceResponse response = ResourceResponse.json(202, submissions.get(0));
        return outcome == null ? response : response.with("Location", outcome);
    }

    private List<Submission> send(List<Delivery> deliveries) {
        RawProducer current = producer();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            deliveries.forEach(d -> sent.add(current.send(d)));
            List<Submission> submissions = new ArrayList<>();
            for (int i = 0; i < deliveries.size(); i++) {
                submissions.add(submission(deliveries.get(i), sent.get(i).get()));
            }
            return submissions;
        } catch (ExecutionException | KafkaException e) {
            discard(current);
            throw new RequestException(503, "Kafka did not take the article: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestException(503, "the desk is closing");
        }
    }

    private static Submission submission(Delivery delivery, RecordMetadata at) {
        String id = ArticleId.of(delivery.key());
        Delivery.Refusal refusal = delivery.refusal();
        return refusal == null
                ? new Submission(
                        id,
                        delivery.key(),
                        OutcomeEndpoint.PATH + "/" + at.partition() + "/" + at.offset(),
                        "/articles/" + id,
                        null)
                : new Submission(id, delivery.key(), null, null, refusal.message());
    }

    private synchronized RawProducer producer() {
        if (producer == null) {
            producer = new RawProducer(client);
        }
        return producer;
    }

    /** Closes a producer that failed, so that the next request opens another. */
    private synchronized void discard(RawProducer failed) {
        if (producer == failed) {
            producer = null;
            failed.close();
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
