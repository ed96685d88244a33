package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.contract.Sha256;
import io.newsfold.text.address.CanonicalUrl;
import io.newsfold.text.address.LinkAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One raw record that has not been published yet, or a rejection at ingestion.
 *
 * @param key canonical URL, or {@code sha256:…} of the body
 * @param body the bytes as delivered; null withdraws the article, or is rejected
 * @param about goes into the headers
 * @param doubt why it is, or will be, rejected, as far as ingestion can see: one sentence; null where nothing is wrong
 * @param refusal why it is rejected at ingestion; null where it goes to the raw topic
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as delivered; compared by nobody
public record Delivery(
        String key,
        byte @Nullable [] body,
        About about,
        @Nullable String doubt,
        @Nullable Refusal refusal) {

    /** Flag: the source gives a link that is not an address. */
    static final String BAD_LINK = "bad_link";

    /**
     * Why something is rejected at ingestion. It counts as an input all the same.
     *
     * @param reason code
     * @param message one sentence for people
     */
    public record Refusal(Reason reason, String message) {}

    /** A rejection at ingestion: the input is too large, or cannot be read. */
    public static Delivery refused(About about, Reason reason, String message) {
        String doubt = about.origin() + " is rejected at ingestion: " + message;
        return new Delivery(about.origin(), null, about, doubt, new Refusal(reason, message));
    }

    /** The rejection of an input of more than {@code limit} bytes. */
    static Delivery tooLarge(About about, int limit) {
        return refused(about, Reason.TOO_LARGE, "more than " + limit + " bytes");
    }

    /** Keyed by {@code url} where that can be made canonical, else by the body. */
    public static Delivery of(@Nullable String url, byte[] body, About about, @Nullable String doubt) {
        Optional<String> key = Optional.ofNullable(url).flatMap(CanonicalUrl::of);
        Optional<String> link =
                Optional.ofNullable(url).flatMap(LinkAddress::of).filter(l -> !l.equals(key.orElse(l)));
        return new Delivery(
                key.orElseGet(() -> ArticleId.keyOfBody(body)),
                body,
                link.map(about::at).orElse(about),
                doubt,
                null);
    }

    /** As {@link #of}, for a page of HTML, which may say which parameters of its address it does not need. */
    public static Delivery ofPage(String url, byte[] html, About about, @Nullable String doubt) {
        return of(SavedPageAddress.ofPage(url, html), html, about, doubt);
    }

    /** The address that leads to the article; null where it is known by its body. */
    public @Nullable String address() {
        if (about.address() != null) {
            return about.address();
        }
        return key.startsWith("sha256:") ? null : key;
    }

    /** As {@link #of}, flagged where {@code link} cannot be made canonical. */
    public static Delivery ofLink(@Nullable String link, byte[] body, About about, @Nullable String doubt) {
        boolean bad = link != null && CanonicalUrl.of(link).isEmpty();
        return of(link, body, bad ? about.flagged(BAD_LINK) : about, doubt);
    }

    /** The withdrawal of the article with the canonical address {@code url}. */
    public static Delivery withdrawal(String url, About about) {
        return new Delivery(url, null, about, null, null);
    }

    /** The same delivery with one flag more in its headers. */
    Delivery flagged(String flag) {
        return new Delivery(key, body, about.flagged(flag), doubt, refusal);
    }

    /** 32 hexadecimal digits, the same for deliveries with the same key, content and fetch time: they are one. */
    public String eventId() {
        String content = body == null ? "withdrawn" : Sha256.hex(body);
        return Sha256.hex((key + "\n" + about.fetched() + "\n" + content).getBytes(UTF_8))
                .substring(0, 32);
    }
}
