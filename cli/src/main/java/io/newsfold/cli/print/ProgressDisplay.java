package io.newsfold.cli.print;

import io.newsfold.kafka.ProcessingStatus;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Shows how much of something long is done: a bar on a terminal, a line every ten seconds elsewhere, nothing in the
 * first second. Not thread-safe; the caller closes it.
 */
public final class ProgressDisplay implements AutoCloseable {
    private static final long PLAIN_INTERVAL_NANOS = 10_000_000_000L;
    private static final long DELAY_NANOS = 1_000_000_000L;
    private static final long UNKNOWN = -1;

    private final boolean quiet;
    private final String what;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long lastLine = start;
    private long total = UNKNOWN;
    private String rest = "";
    private @Nullable ProgressBar bar;

    /** @param what is counted and done, as in {@code articles sent} */
    public ProgressDisplay(String what, boolean quiet) {
        this.what = what;
        this.quiet = quiet;
        terminal = System.getProperty("newsfold.terminal") != null && System.getenv("CI") == null;
    }

    /** The display of how far the job is. */
    public static ProgressDisplay ofJob(boolean quiet) {
        return new ProgressDisplay("raw records processed", quiet);
    }

    /** Says how many there will be; until then the end is not known. */
    public void expect(long all) {
        total = all;
        if (bar != null) {
            bar.maxHint(all);
        }
    }

    /** Says how many are done. */
    public void reached(long count) {
        long now = System.nanoTime();
        if (quiet || now - start < DELAY_NANOS) {
            return;
        }
        if (terminal) {
            bar().setExtraMessage(rest).stepTo(count);
        } else if (now - lastLine > PLAIN_INTERVAL_NANOS) {
            lastLine = now;
            System.err.println("newsfold: " + number(count) + (total == UNKNOWN ? "" : " of " + number(total)) + " "
                    + what + rest);
        }
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** Shows how far the job is. */
    public void show(ProcessingStatus.Progress job) {
        rest = job.inside() == 0 ? "" : ", " + number(job.inside()) + " later records to go";
        expect(job.all());
        reached(job.read());
    }

    private ProgressBar bar() {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .setUpdateIntervalMillis(200)
                    .build();
        }
        return bar;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
