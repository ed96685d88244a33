package io.newsfold.cli.command;

import io.newsfold.cli.audit.Audit;
import io.newsfold.cli.audit.SettledAudit;
import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.OutOption;
import io.newsfold.contract.Rejection;
import io.newsfold.sink.ExistingOutput;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold audit}: checks the outcomes, the topics and the files against each other. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Reads articles.raw from the first record to the last, and checks the outcome of each against all"
                + " topics and the files; exit code 0 only where everything adds up, 9 while the job or the sink is"
                + " still at work.")
public final class AuditCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private OutOption out = new OutOption();

    @Option(names = "--no-files", description = "check the topics alone, where another machine has the files")
    private boolean noFiles;

    @Option(names = "--wait", description = "wait until all work is done: that of the job and of the sink")
    private boolean wait;

    @Override
    public Integer call() {
        Properties client = cluster.client();
        ExistingOutput files = noFiles ? null : out.required(client);
        SettledAudit settled = SettledAudit.of(client, files, wait);
        Audit audit = settled.audit();
        print(audit);
        audit.faults().forEach(fault -> System.err.println("newsfold: " + fault));
        if (!audit.faults().isEmpty()) {
            System.out.println(audit.faults().size() + " faults");
            return ExitCodes.DOES_NOT_ADD_UP;
        }
        if (settled.toGo() != null) {
            System.out.println(settled.toGo());
            return ExitCodes.STILL_AT_WORK;
        }
        System.out.println("everything adds up");
        return ExitCodes.OK;
    }

    private void print(Audit audit) {
        System.out.println(audit.outcomes().deliveries().size() + " raw records");
        audit.outcomes()
                .totals()
                .forEach((outcome, count) ->
                        System.out.println("  " + count + " " + outcome.name().toLowerCase(Locale.ROOT)));
        print(
                "rejected for",
                count(audit, rejection -> rejection.reason().name().toLowerCase(Locale.ROOT)));
        System.out.println(audit.articles() + " articles in " + audit.stories() + " stories"
                + (noFiles ? "; the files are not checked" : ", checked against " + out.path()));
        if (audit.undated() > 0) {
            System.out.println("  " + audit.undated() + " without a date");
        }
        print("flagged", new TreeMap<>(audit.flags()));
        if (!audit.outcomes().otherRejections().isEmpty()) {
            System.out.println(audit.outcomes().otherRejections().size() + " records of other topics rejected");
        }
    }

    private static Map<String, Long> count(Audit audit, Function<Rejection, String> kind) {
        return audit.outcomes().deliveries().stream()
                .flatMap(e -> Stream.ofNullable(e.rejection()))
                .collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
    }

    private static void print(String what, Map<String, Long> counts) {
        counts.forEach((name, count) -> System.out.println("  " + count + " " + what + " " + name));
    }
}
