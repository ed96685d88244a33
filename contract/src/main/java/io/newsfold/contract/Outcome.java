package io.newsfold.contract;

/** The outcome of one raw record. Each record has exactly one. */
public enum Outcome {
    /** The first delivery of the current version. */
    PUBLISHED,
    /** A repeated delivery of a known version. */
    UNCHANGED,
    /** The first delivery of a version that a later revision replaced. */
    SUPERSEDED,
    /** The first delivery of a version that is worse than another one: it does not count ({@link SetAside}). */
    SET_ASIDE,
    /** The job could not use the record. */
    REJECTED,
    /** A withdrawal, or a delivery fetched before one. */
    WITHDRAWN,
    /** The job has not processed the record yet. */
    PENDING
}
