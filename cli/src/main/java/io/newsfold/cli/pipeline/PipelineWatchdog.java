package io.newsfold.cli.pipeline;

import io.newsfold.kafka.ClusterRepair;
import io.newsfold.kafka.HangingTransaction;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then at a pipeline that does not settle, for what a kill can leave behind: a transaction that nobody will end, a job that does not come up. Only what is so in two looks is
 * acted on: a transaction is over within ten seconds, and one whose end is just being written looks the same for a moment.
 */
final class PipelineWatchdog {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineWatchdog.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);
    /** So many looks without a running job: reading back large stores takes long, too. */
    private static final int LOOKS_TO_RESTART = 6;

    private final ClusterRepair repair;
    private Set<HangingTransaction> seen = new HashSet<>();
    private long lastLook = System.nanoTime();
    private int looksWithoutJob;

    PipelineWatchdog(ClusterRepair repair) {
        this.repair = repair;
    }

    /** Called as often as one likes. */
    void look(boolean isRunning, Runnable restart) {
        if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        Set<HangingTransaction> now = repair.hangingTransactions();
        for (HangingTransaction transaction : now) {
            if (seen.contains(transaction)) {
                LOG.warn("{} is ended: its producer has forgotten it", transaction);
                repair.abort(transaction);
            }
        }
        seen = now;
        looksWithoutJob = isRunning ? 0 : looksWithoutJob + 1;
        if (looksWithoutJob == LOOKS_TO_RESTART) {
            LOG.warn("the job does not come up: it is started again");
            restart.run();
            looksWithoutJob = 0;
        }
        lastLook = System.nanoTime();
    }
}
