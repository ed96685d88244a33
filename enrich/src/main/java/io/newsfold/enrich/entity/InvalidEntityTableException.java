package io.newsfold.enrich.entity;

/** A file that is no table of entities, or a damaged one, or one of a version that this program does not read. */
public final class InvalidEntityTableException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidEntityTableException(String message) {
        super(message);
    }
}
