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

/** What somebody sends in: one page, text or JSON object, or many objects as JSON Lines. */
public final class PostedArticles {
    private PostedArticles() {}

    /** Whether a media type is taken. */
    public static boolean isTaken(String contentType) {
        return List.of(
                        ContentType.HTML,
                        "application/xhtml+xml",
                        "text/plain",
                        "text/markdown",
                        ContentType.JSON,
                        "application/x-ndjson",
                        "application/jsonl",
                        "application/json-lines")
                .contains(plain(contentType));
    }

    /**
     * The deliveries in it, in their order.
     *
     * @param url address of the one page or text; JSON says it itself
     * @param fetched when it came
     * @param origin who sent it
     */
    public static List<Delivery> read(
            byte[] body, String contentType, @Nullable String url, Instant fetched, String origin) {
        String type = plain(contentType);
        List<Delivery> deliveries = new ArrayList<>();
        if (type.equals(ContentType.JSON)) {
            new ArticleJson(origin, body, fetched, null).read(deliveries::add);
        } else if (type.contains("ndjson") || type.contains("jsonl") || type.contains("json-lines")) {
            new LineFeed(new ByteArrayInputStream(body), origin, Clock.fixed(fetched, ZoneOffset.UTC))
                    .read(deliveries::add);
        } else {
            About about = About.of(fetched, origin, contentType);
            String address = url == null && type.contains("html") ? SavedPageAddress.in(body) : url;
            deliveries.add(Delivery.of(address, body, about, ContentType.doubt(body)));
        }
        return deliveries;
    }

    private static String plain(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
