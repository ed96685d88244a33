package io.newsfold.enrich.tag;

/** A gazetteer that cannot be used. The message names the file and the line, and is for the user. */
public final class InvalidGazetteerException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidGazetteerException(String message) {
        super(message);
    }

    InvalidGazetteerException(String message, Exception cause) {
        super(message, cause);
    }
}
