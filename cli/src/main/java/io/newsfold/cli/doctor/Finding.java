package io.newsfold.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param check what was looked at, in a word
 * @param message one sentence for people
 * @param fix a command that mends it; null where all is well, or no command does
 */
public record Finding(
        String schema,
        String check,
        Verdict verdict,
        String message,
        @Nullable String fix) {
    public static final String SCHEMA = "newsfold/finding/1";

    /** How it is. */
    public enum Verdict {
        OK,
        /** It goes on, but someone should know. */
        WARNING,
        /** A Kafka broker is needed and does not answer as it should. */
        UNREACHABLE,
        /** An operation that we need is not allowed. */
        NOT_AUTHORISED,
        /** Nothing can be written. */
        NOT_WRITABLE,
        /** A setting that does not work. */
        MISCONFIGURED
    }

    static Finding ok(String check, String message) {
        return new Finding(SCHEMA, check, Verdict.OK, message, null);
    }

    static Finding warning(String check, String message, String fix) {
        return new Finding(SCHEMA, check, Verdict.WARNING, message, fix);
    }

    static Finding failed(String check, Verdict verdict, String message, @Nullable String fix) {
        return new Finding(SCHEMA, check, verdict, message, fix);
    }
}
