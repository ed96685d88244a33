package io.newsfold.cli.doctor;

import io.newsfold.cli.doctor.Finding.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Checks the requirements of a pipeline. */
public final class Doctor {
    private Doctor() {}

    /**
     * Runs all checks.
     *
     * @param client client properties of the cluster; null where none was given and no run uses the data folder
     * @param data folder of the embedded broker and of the job's stores
     * @param out folder of the files
     * @return findings; a requirement comes before those that depend on it
     */
    public static List<Finding> findings(@Nullable Properties client, Path data, Path out) {
        List<Finding> findings = new ArrayList<>(new MachineChecks(data, out).findings());
        findings.add(EntityTableCheck.finding(data));
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
