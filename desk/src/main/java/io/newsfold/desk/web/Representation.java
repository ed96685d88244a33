package io.newsfold.desk.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;

/**
 * The forms in which a resource is available; a client chooses one by the ending of the address or by {@code Accept}.
 */
enum Representation {
    HTML("html", "text/html; charset=utf-8"),
    JSON("json", "application/json"),
    JSON_FEED("feed", "application/feed+json"),
    ATOM("atom", "application/atom+xml"),
    CSV("csv", "text/csv; charset=utf-8"),
    JSON_LINES("jsonl", "application/x-ndjson"),
    PARQUET("parquet", "application/vnd.apache.parquet");

    private final String suffix;
    private final String type;

    Representation(String suffix, String type) {
        this.suffix = suffix;
        this.type = type;
    }

    /** The ending of an address, as in {@code /stories.csv}; pages have none. */
    String ending() {
        return this == HTML ? "" : "." + suffix;
    }

    /** Whether it can be written row by row, so that a list comes whole. */
    boolean isForManyRows() {
        return this == CSV || this == JSON_LINES;
    }

    /** The media type with its parameters. */
    String type() {
        return type;
    }

    static Optional<Representation> ofSuffix(String suffix) {
        return Stream.of(values()).filter(r -> r.suffix.equals(suffix)).findFirst();
    }

    /** The representation that the client likes best; pages where it accepts anything, empty where it accepts none. */
    static Optional<Representation> accepted(HttpFields headers) {
        if (!headers.contains(HttpHeader.ACCEPT)) {
            return Optional.of(HTML);
        }
        List<String> accepted = headers.getQualityCSV(HttpHeader.ACCEPT);
        return accepted.stream().flatMap(type -> ofType(type).stream()).findFirst();
    }

    private static Optional<Representation> ofType(String accepted) {
        String type = MimeTypes.getBase(accepted);
        if ("*/*".equals(type) || "text/*".equals(type)) {
            return Optional.of(HTML);
        }
        return Stream.of(values())
                .filter(r -> MimeTypes.getBase(r.type).equals(type))
                .findFirst();
    }
}
