package io.newsfold.cli.audit;

import io.newsfold.cli.print.ProgressDisplay;
import io.newsfold.contract.Outcome;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ProcessingStatus;
import io.newsfold.sink.ExistingOutput;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An audit, and whether it is of one moment: while the job or the sink is at work, topics and files differ without a
 * fault.
 *
 * @param audit without faults that only a settled pipeline can have, where it is not settled
 * @param toGo what is still to go, as a sentence; null where the pipeline is settled
 */
public record SettledAudit(Audit audit, @Nullable String toGo) {
    private static final long PAUSE_NANOS = 500_000_000;

    /**
     * Reads all topics and the files.
     *
     * @param out folder of the files; null to leave them out
     * @param wait whether to wait until nothing is left to do
     */
    public static SettledAudit of(Properties client, @Nullable ExistingOutput out, boolean wait) {
        try (Cluster cluster = new Cluster(client);
                ProgressDisplay display = ProgressDisplay.ofJob(!wait)) {
            SettledAudit result = once(cluster, client, out, wait, display);
            while (wait && result.toGo != null) {
                result = once(cluster, client, out, true, display);
            }
            return result;
        }
    }

    private static SettledAudit once(
            Cluster cluster, Properties client, @Nullable ExistingOutput out, boolean wait, ProgressDisplay display) {
        ProcessingStatus status = new ProcessingStatus(cluster, client);
        Backlog before = Backlog.of(cluster, client, out);
        while (wait && !before.isEmpty()) {
            display.show(status.progress());
            LockSupport.parkNanos(PAUSE_NANOS);
            before = Backlog.of(cluster, client, out);
        }
        Audit audit = Audit.of(client, out == null ? null : out.folder());
        Backlog after = Backlog.of(cluster, client, out);
        if (before.isEmpty() && after.isEmpty() && before.ends().equals(after.ends())) {
            return new SettledAudit(audit, null);
        }
        long pending = audit.outcomes().totals().getOrDefault(Outcome.PENDING, 0L);
        return new SettledAudit(
                audit.withFaults(audit.outcomes().faults()), (after.isEmpty() ? before : after).sentence(pending));
    }
}
