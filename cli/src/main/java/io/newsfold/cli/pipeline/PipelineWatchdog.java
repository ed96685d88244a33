package io.newsfold.cli.pipeline;

import io.newsfold.kafka.ClusterRepair;
import io.newsfold.kafka.HangingTransaction;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a pipeline that does not catch up for the remains of a kill: a hanging transaction, or a job that does not
 * start. It aborts a transaction only after two checks in a row have found it: a transaction takes ten seconds at most,
 * and one whose marker is just being written seems to hang for a moment.
 */
final class PipelineWatchdog {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineWatchdog.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(20);
    /** Checks in a row without a running job: the restore of large stores takes long, too. */
    private static final int CHECKS_TO_RESTART = 6;

    private final ClusterRepair repair;
    private Set<HangingTransaction> seen = new HashSet<>();
    private long lastCheck = System.nanoTime();
    private int checksWithoutJob;

    PipelineWatchdog(ClusterRepair repair) {
        this.repair = repair;
    }

    /** Checks, unless the last check was less than 20 s ago. */
    void check(boolean isRunning, Runnable restart) {
        if (System.nanoTime() - lastCheck < CHECK_INTERVAL.toNanos()) {
            return;
        }
        Set<HangingTransaction> now = repair.hangingTransactions();
        for (HangingTransaction transaction : now) {
            if (seen.contains(transaction)) {
                LOG.warn("{} hangs and is aborted: its producer is gone", transaction);
                repair.abort(transaction);
            }
        }
        seen = now;
        checksWithoutJob = isRunning ? 0 : checksWithoutJob + 1;
        if (checksWithoutJob == CHECKS_TO_RESTART) {
            LOG.warn("the job does not start: restarting it");
            restart.run();
            checksWithoutJob = 0;
        }
        lastCheck = System.nanoTime();
    }
}
