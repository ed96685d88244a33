package io.newsfold.contract;

/** What became of one raw record. Each has exactly one. */
public enum Outcome {
    /** It is the first delivery of the version that stands. */
    PUBLISHED,
    /** It said again what had been delivered before. */
    UNCHANGED,
    /** It is the first delivery of a version that was revised since. */
    SUPERSEDED,
    /** It could not be used. */
    REJECTED,
    /** It is a withdrawal, or was fetched before one. */
    WITHDRAWN,
    /** The job has not come to it yet. */
    PENDING
}
