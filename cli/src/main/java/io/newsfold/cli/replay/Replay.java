package io.newsfold.cli.replay;

import java.util.List;

/**
 * The result of a replay.
 *
 * @param sent number of records published
 * @param skipped number of records left out because an earlier replay published them
 * @param doubts a sentence for each record that the job will reject
 */
public record Replay(long sent, long skipped, List<String> doubts) {
    public Replay {
        doubts = List.copyOf(doubts);
    }

    /** For the end of a sentence: the number of skipped records; empty where there are none. */
    public String skippedClause() {
        return skipped == 0 ? "" : ", " + skipped + " were sent before";
    }
}
