package io.newsfold.cli.replay;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows the progress of a replay: a bar on a terminal, a line every ten seconds elsewhere. */
public final class ReplayProgress {
    private static final long PLAIN_INTERVAL_NANOS = 10_000_000_000L;

    private final PrintStream err;
    private final boolean quiet;
    private final @Nullable ProgressBar bar;
    private long lastLine = System.nanoTime();

    public ReplayProgress(PrintStream err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
        boolean terminal = System.getProperty("newsfold.terminal") != null && System.getenv("CI") == null && !quiet;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName("replay")
                        .setInitialMax(-1)
                        .setUpdateIntervalMillis(200)
                        .build()
                : null;
    }

    void expect(long total) {
        if (bar != null) {
            bar.maxHint(total);
        }
    }

    void sent(long count) {
        if (bar != null) {
            bar.stepTo(count);
        } else if (!quiet && System.nanoTime() - lastLine > PLAIN_INTERVAL_NANOS) {
            lastLine = System.nanoTime();
            err.println("newsfold: " + count + " articles sent");
        }
    }

    void remark(String sentence) {
        if (!quiet) {
            err.println("newsfold: " + sentence);
        }
    }

    void done() {
        if (bar != null) {
            bar.close();
        }
    }
}
