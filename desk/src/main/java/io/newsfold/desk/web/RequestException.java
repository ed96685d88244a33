package io.newsfold.desk.web;

/** A request that cannot be answered: the HTTP status, and the reason in one sentence for the client. */
final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    RequestException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static RequestException notFound() {
        return new RequestException(404, "there is nothing at this address");
    }

    int status() {
        return status;
    }

    /** The reason, for the client. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
