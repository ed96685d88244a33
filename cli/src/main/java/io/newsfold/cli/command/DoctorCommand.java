package io.newsfold.cli.command;

import io.newsfold.cli.doctor.Doctor;
import io.newsfold.cli.doctor.Finding;
import io.newsfold.cli.doctor.Finding.Verdict;
import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.JsonOption;
import io.newsfold.cli.option.OutOption;
import io.newsfold.cli.print.TerminalText;
import io.newsfold.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold doctor}: checks the requirements of a pipeline. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks Java, folders, broker, clock, topics, permissions, transactions and lag; prints a line for each"
                        + " and, where one fails, a command that repairs it. Writes nothing.")
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        List<Finding> findings = Doctor.findings(cluster.unchecked().orElse(null), cluster.data(), out.path());
        findings.forEach(finding -> System.out.println(
                json.isJson() ? new String(Json.bytes(finding), StandardCharsets.UTF_8) : line(finding)));
        return findings.stream()
                .map(Finding::verdict)
                .mapToInt(DoctorCommand::code)
                .filter(code -> code != ExitCodes.OK)
                .findFirst()
                .orElse(ExitCodes.OK);
    }

    private static String line(Finding finding) {
        String verdict = switch (finding.verdict()) {
            case OK -> "ok     ";
            case WARNING -> "warning";
            case UNREACHABLE, NOT_AUTHORISED, NOT_WRITABLE, MISCONFIGURED -> "failed ";
        };
        return verdict + "  " + finding.check() + ": " + TerminalText.line(finding.message())
                + (finding.fix() == null ? "" : "  →  " + finding.fix());
    }

    private static int code(Verdict verdict) {
        return switch (verdict) {
            case OK, WARNING -> ExitCodes.OK;
            case UNREACHABLE -> ExitCodes.BROKER;
            case NOT_AUTHORISED -> ExitCodes.NOT_AUTHORISED;
            case NOT_WRITABLE -> ExitCodes.OUTPUT;
            case MISCONFIGURED -> ExitCodes.USAGE;
        };
    }
}
