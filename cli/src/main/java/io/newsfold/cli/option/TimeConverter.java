package io.newsfold.cli.option;

import io.newsfold.text.date.InstantParser;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts points in time in options: a day (in UTC), or a time with its offset. */
public final class TimeConverter implements ITypeConverter<Instant> {
    public TimeConverter() {}

    @Override
    public Instant convert(String text) {
        return InstantParser.instant(text)
                .orElseThrow(() -> new TypeConversionException(
                        "a time is written as 2026-11-22 or 2026-11-22T06:00:00Z, not " + text));
    }
}
