package io.newsfold.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * The result of one check.
 *
 * @param schema {@link #SCHEMA}
 * @param check the name of the check, one word
 * @param verdict whether the check passed, or how it failed
 * @param message one sentence for people
 * @param fix a command that repairs the fault; null where there is no fault, or no such command
 */
public record Finding(
        String schema,
        String check,
        Verdict verdict,
        String message,
        @Nullable String fix) {
    public static final String SCHEMA = "newsfold/finding/1";

    /** The verdict of a check. */
    public enum Verdict {
        OK,
        /** The pipeline works, but the operator should know. */
        WARNING,
        /** No Kafka broker answers. */
        UNREACHABLE,
        /** The broker does not allow a needed operation. */
        NOT_AUTHORISED,
        /** A folder cannot be written to. */
        NOT_WRITABLE,
        /** A setting with which the pipeline does not work. */
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
