package io.newsfold.ingest;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody sends in: one page, text or JSON object, or many objects as JSON Lines. */
public final class Posted {
    private Posted() {}

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
     * @param fetched when it came; lines of one body are a microsecond apart
     * @param origin who sent it
     */
    public static List<Delivery> read(
            byte[] body, String contentType, @Nullable String url, Instant fetched, String origin) {
        String type = plain(contentType);
        List<Delivery> deliveries = new ArrayList<>();
        if (type.equals(ContentType.JSON)) {
            new ArticleLine(origin, body, fetched, null).read(deliveries::add);
        } else if (type.contains("ndjson") || type.contains("jsonl") || type.contains("json-lines")) {
            lines(body, fetched, origin, deliveries);
        } else {
            About about = About.of(fetched, origin, contentType);
            String address = url == null && type.contains("html") ? PageAddress.in(body) : url;
            deliveries.add(Delivery.of(address, body, about, ContentType.doubt(body)));
        }
        return deliveries;
    }

    private static void lines(byte[] body, Instant fetched, String origin, List<Delivery> deliveries) {
        int number = 0;
        for (int from = 0, to; from < body.length; from = to + 1) {
            for (to = from; to < body.length && body[to] != '\n'; ) {
                to++;
            }
            byte[] line = java.util.Arrays.copyOfRange(body, from, to);
            number++;
            if (new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
                continue;
            }
            Instant time = fetched.plus(number, ChronoUnit.MICROS);
            String place = origin + ":" + number;
            if (line.length > Limits.BODY_BYTES) {
                deliveries.add(Delivery.refused(
                        About.of(time, place, null), Reason.TOO_LARGE, "more than " + Limits.BODY_BYTES + " bytes"));
            } else {
                new ArticleLine(place, line, time, null).read(deliveries::add);
            }
        }
    }

    private static String plain(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
