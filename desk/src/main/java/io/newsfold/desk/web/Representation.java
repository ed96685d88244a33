package io.newsfold.desk.web;

import java.util.Optional;
import java.util.stream.Stream;

/** What a resource can be had as: by the end of its address, or by what the client accepts. */
enum Representation {
    HTML("html", "text/html; charset=utf-8"),
    JSON("json", "application/json"),
    JSON_FEED("feed", "application/feed+json"),
    ATOM("atom", "application/atom+xml"),
    CSV("csv", "text/csv; charset=utf-8"),
    PARQUET("parquet", "application/vnd.apache.parquet");

    private final String suffix;
    private final String type;

    Representation(String suffix, String type) {
        this.suffix = suffix;
        this.type = type;
    }

    /** As in {@code /stories.csv}. */
    String suffix() {
        return suffix;
    }

    /** The media type with its parameters. */
    String type() {
        return type;
    }

    static Optional<Representation> ofSuffix(String suffix) {
        return Stream.of(values()).filter(s -> s.suffix.equals(suffix)).findFirst();
    }

    /** The first of the accepted media types, best first, that we have; pages where all the same is wanted. */
    static Optional<Representation> accepted(Iterable<String> types) {
        for (String wanted : types) {
            String plain = wanted.split(";", 2)[0].strip();
            if (plain.equals("*/*") || plain.equals("text/*")) {
                return Optional.of(HTML);
            }
            for (Representation shape : values()) {
                if (shape.type.split(";", 2)[0].equals(plain)) {
                    return Optional.of(shape);
                }
            }
        }
        return Optional.empty();
    }
}
