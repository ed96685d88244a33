package io.newsfold.cli.doctor;

import io.newsfold.cli.doctor.Finding.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Looks at everything that a pipeline needs. */
public final class Doctor {
    private Doctor() {}

    /**
     * Looks.
     *
     * @param client how to reach the cluster; null where nobody said, and no run is at work
     * @return findings in the order of what rests on what
     */
    public static List<Finding> findings(@Nullable Properties client, Path data, Path out) {
        List<Finding> findings = new ArrayList<>(new MachineChecks(data, out).findings());
        if (client == null) {
            findings.add(Finding.failed(
                    "broker",
                    Verdict.UNREACHABLE,
                    "no newsfold run is at work on " + data,
                    "newsfold run   # or name a cluster with --bootstrap-servers HOST:PORT"));
            return findings;
        }
        try (ClusterChecks kafka = new ClusterChecks(client)) {
            findings.addAll(kafka.findings());
        } catch (KafkaException e) {
            findings.add(Finding.failed(
                    "broker", Verdict.UNREACHABLE, "no client can be made: " + rootMessage(e), "newsfold help doctor"));
        }
        return findings;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
