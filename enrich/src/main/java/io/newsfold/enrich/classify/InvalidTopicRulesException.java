package io.newsfold.enrich.classify;

/** A file of topic rules that cannot be used. */
public final class InvalidTopicRulesException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTopicRulesException(String message) {
        super(message);
    }
}
