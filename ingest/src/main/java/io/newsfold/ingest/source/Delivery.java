package io.newsfold.ingest.source;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.contract.Sha256;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One raw record on its way to the topic.
 *
 * @param key canonical URL, or {@code sha256:…} of the body
 * @param body the bytes as delivered; null withdraws the article
 * @param about goes into the headers
 * @param doubt why the job will reject it, as far as ingestion can see; null where nothing can
 * @param refusal why it does not even come in; null where it does
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as delivered; compared by nobody
public record Delivery(
        String key,
        byte @Nullable [] body,
        About about,
        @Nullable String doubt,
        @Nullable Refusal refusal) {

    /** Why a delivery is rejected at ingestion; it counts as an input all the same. */
    public record Refusal(Reason reason, String message) {}

    /** What is refused: too large to come in, or not to be read at all. */
    public static Delivery refused(About about, Reason reason, String message) {
        return new Delivery(
                about.origin(), null, about, about.origin() + " is refused: " + message, new Refusal(reason, message));
    }

    /** Keyed by {@code url} where that is one, else by the body. */
    public static Delivery of(@Nullable String url, byte[] body, About about, @Nullable String doubt) {
        String key = Optional.ofNullable(url).flatMap(CanonicalUrl::of).orElseGet(() -> ArticleId.keyOfBody(body));
        return new Delivery(key, body, about, doubt, null);
    }

    /** The withdrawal of the article with the canonical address {@code url}. */
    public static Delivery withdrawal(String url, About about) {
        return new Delivery(url, null, about, null, null);
    }

    /** The same for the same content, key and fetch time: such deliveries are one. */
    public String eventId() {
        String content = body == null ? "withdrawn" : Sha256.hex(body);
        return Sha256.hex((key + "\n" + about.fetched() + "\n" + content)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 32);
    }
}
