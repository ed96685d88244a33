package io.newsfold.sink;

/** There is no output folder where one was looked for; the message is one sentence for people. */
public final class NoOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoOutputException(String message) {
        super(message);
    }
}
