package io.newsfold.ingest.source;

import io.newsfold.contract.RawArticle.About;
import io.newsfold.text.article.FieldMapping;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Articles that somebody sends as bytes: one page or text, or any number of articles as JSON, JSON Lines or a table.
 */
public final class PostedArticles {
    private static final Set<String> ONE =
            Set.of(ContentType.HTML, ContentType.XHTML, ContentType.TEXT, ContentType.MARKDOWN);
    private static final Set<String> MANY = Set.of(
            ContentType.JSON,
            ContentType.CSV,
            ContentType.TSV,
            "application/x-ndjson",
            "application/jsonl",
            "application/json-lines");

    private PostedArticles() {}

    /** Whether bodies of this media type can be read. */
    public static boolean isSupported(String contentType) {
        return isOne(contentType) || MANY.contains(plain(contentType));
    }

    /** Whether a body of this media type is one page or text. */
    public static boolean isOne(String contentType) {
        return ONE.contains(plain(contentType));
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
            return json(body, fetched, origin, FieldMapping.NONE);
        }
        if (type.contains("ndjson") || type.contains("jsonl") || type.contains("json-lines")) {
            return lines(body, fetched, origin, FieldMapping.NONE);
        }
        if (type.equals(ContentType.CSV) || type.equals(ContentType.TSV)) {
            List<Delivery> deliveries = new ArrayList<>();
            new CsvTable(origin, () -> new ByteArrayInputStream(body), fetched, FieldMapping.NONE)
                    .read(deliveries::add);
            return deliveries;
        }
        String address = url == null && type.contains("html") ? SavedPageAddress.in(body) : url;
        About about = About.of(fetched, origin, contentType);
        return List.of(Delivery.of(address, body, about, ContentType.doubt(body)));
    }

    /**
     * One page or text, or JSON as in {@link #read}, whose media type is not known.
     *
     * @param asked where a user says that the fields of exported articles stand
     */
    public static List<Delivery> untyped(byte[] body, Instant fetched, String origin, FieldMapping asked) {
        String type = ContentType.of(body);
        if (type.equals(ContentType.JSON)) {
            return json(body, fetched, origin, asked);
        }
        String doubt = ContentType.doubt(body);
        String url = type.equals(ContentType.HTML) ? SavedPageAddress.in(body) : null;
        About about = About.of(fetched, origin, type);
        return List.of(Delivery.of(url, body, about, doubt == null ? null : origin + " " + doubt));
    }

    /** One article, a list, or an object that holds one; where it is neither, JSON Lines. */
    private static List<Delivery> json(byte[] body, Instant fetched, String origin, FieldMapping asked) {
        if (ArticleJson.parse(body).isEmpty() && JsonFile.startsWithLine(body)) {
            return lines(body, fetched, origin, asked);
        }
        List<Delivery> deliveries = new ArrayList<>();
        new JsonArticles(null, asked, deliveries::add).add(origin, body, fetched);
        return deliveries;
    }

    private static List<Delivery> lines(byte[] body, Instant fetched, String origin, FieldMapping asked) {
        List<Delivery> deliveries = new ArrayList<>();
        new LineFeed(new ByteArrayInputStream(body), origin, Clock.fixed(fetched, ZoneOffset.UTC), asked)
                .read(deliveries::add);
        return deliveries;
    }

    private static String plain(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
