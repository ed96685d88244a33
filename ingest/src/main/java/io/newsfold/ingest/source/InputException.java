package io.newsfold.ingest.source;

/** Input that is missing or cannot be read; the message is one sentence for people. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
