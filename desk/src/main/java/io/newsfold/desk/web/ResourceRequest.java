package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A GET request.
 *
 * @param path parts of the path, decoded, without the ending that names the representation
 * @param representation which the answer should have
 * @param query the parameters
 */
record ResourceRequest(List<String> path, Representation representation, Map<String, String> query) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    ResourceRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /** A parameter that is not blank. */
    Optional<String> value(String name) {
        return Optional.ofNullable(query.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    @Nullable
    String valueOrNull(String name) {
        return value(name).orElse(null);
    }

    /**
     * A parameter that is a whole number.
     *
     * @param otherwise its value where it is absent
     * @throws RequestException where it is not a number from {@code least} to {@code most}
     */
    int number(String name, int otherwise, int least, int most) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new RequestException(
                400, name + " is a whole number from " + least + " to " + most + ", not " + value.get());
    }

    /**
     * A parameter that is a moment, or a day, which means its beginning in UTC; null where it is absent.
     *
     * @throws RequestException where it is neither
     */
    @Nullable
    Instant time(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            Instant time = value.get().contains("T") ? moment(value.get()) : day(value.get());
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
            throw new RequestException(400, name + " is a time of the years 1 to 9999, not " + value.get());
        } catch (DateTimeParseException e) {
            throw new RequestException(
                    400, name + " is a time as 2026-11-22T06:00Z or a day as 2026-11-22, not " + value.get());
        }
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Address of another path in the same representation, with the same query. */
    String addressOf(String other) {
        return address(other + representation.ending(), query);
    }

    /** An address with its query, escaped; the parameters are in the order of their names. */
    static String address(String path, Map<String, String> query) {
        if (query.isEmpty()) {
            return path;
        }
        return path + "?"
                + new TreeMap<>(query)
                        .entrySet().stream()
                                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
