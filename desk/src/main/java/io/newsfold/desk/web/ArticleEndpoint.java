package io.newsfold.desk.web;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Sha256;
import io.newsfold.desk.web.ResourceRequest.Mistake;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.PostedArticles;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** {@code POST /articles}: publishes what is sent, and answers once Kafka has it. Thread-safe; the caller closes it. */
final class ArticleEndpoint implements AutoCloseable {
    private static final int MOST_KEYS = 10_000;

    /**
     * What became of one of the articles sent.
     *
     * @param fate where its fate can be asked for; null where it was refused
     * @param article where the article will be; null where it was refused
     * @param refused why it did not come in; null where it did
     */
    record Taken(
            String id,
            String key,
            @Nullable String fate,
            @Nullable String article,
            @Nullable String refused) {}

    /** Answer to a batch. */
    record Batch(List<Taken> items) {}

    /** What was answered to a key, and to what. */
    private record Earlier(String digest, CompletableFuture<ResourceResponse> answer) {}

    private final Properties client;
    private final Clock clock;
    private @Nullable RawProducer producer;
    private final Map<String, Earlier> earlier = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Earlier> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** @param clock tells when articles are fetched */
    ArticleEndpoint(Properties client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Takes a request whose body was read. The same {@code Idempotency-Key} with the same body is answered the same, for the last 10,000 keys.
     *
     * @param url address that the request gives, null where none
     * @throws Mistake where the request is wrong
     */
    ResourceResponse post(HttpFields headers, @Nullable String url, byte[] sent) {
        String type = headers.get("Content-Type");
        if (type == null || !PostedArticles.isSupported(type)) {
            throw new Mistake(
                    415,
                    "articles come as text/html, text/plain, text/markdown, application/json or application/x-ndjson");
        }
        byte[] body = unpacked(sent, headers.get("Content-Encoding"));
        String key = headers.get("Idempotency-Key");
        if (key == null) {
            return publish(body, type, url);
        }
        if (key.isBlank() || key.length() > 200) {
            throw new Mistake(400, "an Idempotency-Key has 1 to 200 characters");
        }
        String digest = Sha256.hex(body) + type + url;
        Earlier mine = new Earlier(digest, new CompletableFuture<>());
        Earlier first;
        synchronized (earlier) {
            first = earlier.putIfAbsent(key, mine);
        }
        if (first == null) {
            return first(key, mine, body, type, url);
        }
        if (!first.digest().equals(digest)) {
            throw new Mistake(422, "this Idempotency-Key came before with something else");
        }
        return first.answer().join();
    }

    private ResourceResponse first(String key, Earlier mine, byte[] body, String type, @Nullable String url) {
        try {
            ResourceResponse answer = publish(body, type, url);
            mine.answer().complete(answer);
            return answer;
        } catch (RuntimeException e) {
            synchronized (earlier) {
                earlier.remove(key);
            }
            mine.answer().completeExceptionally(e);
            throw e;
        }
    }

    private static byte[] unpacked(byte[] sent, @Nullable String encoding) {
        if (encoding == null || encoding.equals("identity")) {
            return sent;
        }
        if (!encoding.equals("gzip")) {
            throw new Mistake(415, "of the content encodings only gzip is understood");
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] body = in.readNBytes(Limits.BODY_BYTES + 1);
            if (body.length > Limits.BODY_BYTES) {
                throw new Mistake(413, "a body has at most " + Limits.BODY_BYTES + " bytes, unpacked");
            }
            return body;
        } catch (IOException e) {
            throw new Mistake(400, "the body is not gzip: " + e.getMessage());
        }
    }

    private ResourceResponse publish(byte[] body, String type, @Nullable String url) {
        Instant fetched = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Delivery> deliveries = PostedArticles.read(body, type, url, fetched, "http");
        if (deliveries.isEmpty()) {
            throw new Mistake(400, "there is no article in the body");
        }
        List<Taken> taken = send(deliveries);
        boolean one = deliveries.size() == 1 && !type.contains("ndjson") && !type.contains("jsonl");
        if (!one) {
            return ResourceResponse.json(202, new Batch(taken));
        }
        String fate = taken.get(0).fate();
        ResourceResponse answer = ResourceResponse.json(202, taken.get(0));
        return fate == null ? answer : answer.with("Location", fate);
    }

    private List<Taken> send(List<Delivery> deliveries) {
        RawProducer to = producer();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            deliveries.forEach(d -> sent.add(to.send(d)));
            List<Taken> taken = new ArrayList<>();
            for (int i = 0; i < deliveries.size(); i++) {
                taken.add(taken(deliveries.get(i), sent.get(i).get()));
            }
            return taken;
        } catch (ExecutionException | KafkaException e) {
            renew(to);
            throw new Mistake(503, "Kafka did not take the article: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Mistake(503, "the desk is closing");
        }
    }

    private static Taken taken(Delivery delivery, RecordMetadata at) {
        String id = ArticleId.of(delivery.key());
        Delivery.Refusal refusal = delivery.refusal();
        return refusal == null
                ? new Taken(id, delivery.key(), "/fates/" + at.partition() + "/" + at.offset(), "/articles/" + id, null)
                : new Taken(id, delivery.key(), null, null, refusal.message());
    }

    private synchronized RawProducer producer() {
        if (producer == null) {
            producer = new RawProducer(client);
        }
        return producer;
    }

    /** A producer that failed says so to each that comes after. */
    private synchronized void renew(RawProducer failed) {
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
