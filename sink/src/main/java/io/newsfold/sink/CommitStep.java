package io.newsfold.sink;

/** The steps of a commit, in their order. */
public enum CommitStep {
    /** A new file is open. */
    OPEN,
    /** A row is written. */
    WRITE,
    /** A finished file is flushed to disk. */
    FLUSH,
    /** A file or folder has its final name. */
    RENAME,
    /** The folder entry of that name is flushed to disk. */
    FOLDER,
    /** The broker has the new offsets. */
    OFFSET
}
