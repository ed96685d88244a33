package io.newsfold.ingest.source;

import io.newsfold.contract.RawArticle.About;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Articles that somebody sends as bytes: one page, text or JSON object, or many objects as JSON Lines. */
public final class PostedArticles {
    private PostedArticles() {}

    /** Whether bodies of this media type can be read. */
    public static boolean isSupported(String contentType) {
        return List.of(
                        ContentType.HTML,
                        ContentType.XHTML,
                        ContentType.TEXT,
                        ContentType.MARKDOWN,
                        ContentType.JSON,
                        "application/x-ndjson",
                        "application/jsonl",
                        "application/json-lines")
                .contains(plain(contentType));
    }

    /**
     * The deliveries in {@code body}, in their order.
     *
     * @param url address of the one page or text; JSON names its own
     * @param fetched when the body arrived
     * @param origin who sent it
     */
    public static List<Delivery> read(
            byte[] body, String contentType, @Nullable String url, Instant fetched, String origin) {
        String type = plain(contentType);
        if (type.equals(ContentType.JSON)) {
            return List.of(new ArticleJson(origin, body, fetched, null).delivery());
        }
        if (type.contains("ndjson") || type.contains("jsonl") || type.contains("json-lines")) {
            List<Delivery> deliveries = new ArrayList<>();
            new LineFeed(new ByteArrayInputStream(body), origin, Clock.fixed(fetched, ZoneOffset.UTC))
                    .read(deliveries::add);
            return deliveries;
        }
        String address = url == null && type.contains("html") ? SavedPageAddress.in(body) : url;
        About about = About.of(fetched, origin, contentType);
        return List.of(Delivery.of(address, body, about, ContentType.doubt(body)));
    }

    /** One page, text or JSON object whose media type is not known. */
    public static Delivery untyped(byte[] body, Instant fetched, String origin) {
        String type = ContentType.of(body);
        if (type.equals(ContentType.JSON)) {
            return new ArticleJson(origin, body, fetched, null).delivery();
        }
        String doubt = ContentType.doubt(body);
        String url = type.equals(ContentType.HTML) ? SavedPageAddress.in(body) : null;
        About about = About.of(fetched, origin, type);
        return Delivery.of(url, body, about, doubt == null ? null : origin + " " + doubt);
    }

    private static String plain(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
