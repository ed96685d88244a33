package io.newsfold.enrich.entity.build;

/** Hears how far a build is. */
public interface BuildProgress {
    /** A build that was stopped goes on behind these lines. */
    void resumed(long lines);

    /**
     * So many lines were read.
     *
     * @param kept number of entities among them that may be kept
     */
    void read(long lines, long kept);

    /** A line is no entity. */
    void unreadable(String input, long line, String why);

    /** So many entities of the table were written. */
    void written(long entities, long all);
}
