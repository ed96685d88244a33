package io.newsfold.text.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parses points in time as manifests and feeds write them: ISO 8601, a date alone (midnight UTC), RFC 1123. A time
 * without an offset is UTC.
 */
public final class InstantParser {
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(),
            text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());

    private InstantParser() {}

    /** Empty where {@code text} has none of the forms. */
    public static Optional<Instant> instant(String text) {
        for (Function<String, Instant> form : FORMS) {
            try {
                return Optional.of(form.apply(text.strip()));
            } catch (DateTimeParseException notThisForm) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }
}
