package io.newsfold.desk.web;

/**
 * What every page tells of the pipeline.
 *
 * @param brokenSources number of sources whose last read failed
 * @param waiting number of raw records that the job has not read yet, about
 * @param isBehind whether the desk has not read all that the topics have, so that lists and counts are of a part
 */
public record DeskStatus(long brokenSources, long waiting, boolean isBehind) {
    /** Fewer may be markers of transactions, and are read before a page is. */
    private static final long WORTH_TELLING = 20;

    /** Whether so many records wait that a page may lack what was sent. */
    public boolean isBusy() {
        return waiting >= WORTH_TELLING;
    }
}
