package io.newsfold.enrich.stream;

/** The stores of the job cannot be written; the message is one sentence for people. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
