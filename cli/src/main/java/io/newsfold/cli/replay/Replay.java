package io.newsfold.cli.replay;

import io.newsfold.cli.print.DeliverySummary;
import io.newsfold.cli.print.TerminalText;
import java.io.PrintStream;
import java.util.List;

/**
 * The result of a replay.
 *
 * @param summary what was sent, left out and refused; not changed any more
 * @param doubts a sentence for each record that the job will reject
 */
public record Replay(DeliverySummary summary, List<String> doubts) {
    private static final int MOST_DOUBTS = 20;

    public Replay {
        doubts = List.copyOf(doubts);
    }

    /** Prints what was refused, and the first of the doubts. */
    public void printDoubts(PrintStream err) {
        doubts.stream().limit(MOST_DOUBTS).forEach(doubt -> err.println("newsfold: " + TerminalText.line(doubt)));
        if (doubts.size() > MOST_DOUBTS) {
            err.println("newsfold: " + (doubts.size() - MOST_DOUBTS) + " more will be rejected; newsfold rejected list"
                    + " names them");
        }
        summary.refusedLines().forEach(line -> err.println("newsfold: " + line));
    }

    /** Number of records published to the raw topic. */
    public long sent() {
        return summary.sent();
    }
}
