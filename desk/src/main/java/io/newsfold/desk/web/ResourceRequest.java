package io.newsfold.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param path its parts, decoded, without the ending that says the shape
 * @param query the first value of each name
 */
record ResourceRequest(List<String> path, Representation shape, Map<String, String> query) {
    /** What the client cannot be answered: its mistake, in one sentence. */
    static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Mistake(int status, String sentence) {
            super(sentence);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    ResourceRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /** A value that is not blank. */
    Optional<String> value(String name) {
        return Optional.ofNullable(query.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    @Nullable
    String orNull(String name) {
        return value(name).orElse(null);
    }

    /** A whole number from {@code least} to {@code most}. */
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
            // said below
        }
        throw new Mistake(400, name + " is a whole number from " + least + " to " + most + ", not " + value.get());
    }

    /** A moment, or the beginning of a day in UTC. */
    @Nullable
    Instant time(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return value.get().contains("T") ? moment(value.get()) : day(value.get());
        } catch (DateTimeParseException e) {
            throw new Mistake(400, name + " is a time as 2026-11-22T06:00Z or a day as 2026-11-22, not " + value.get());
        }
    }

    private static Instant moment(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
