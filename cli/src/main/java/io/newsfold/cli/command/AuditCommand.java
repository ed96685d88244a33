package io.newsfold.cli.command;

import io.newsfold.cli.audit.Audit;
import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.OutOption;
import io.newsfold.contract.Rejection;
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

/** {@code newsfold audit}: checks the outcomes, the topics and the files against each other. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Reads articles.raw from the first record to the last, and checks the outcome of each against all"
                + " topics and the files; exit code 0 only where everything adds up.")
public final class AuditCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private OutOption out = new OutOption();

    @Override
    public Integer call() {
        Properties client = cluster.client();
        Audit audit = Audit.of(client, out.existing().orElse(null));
        System.out.println(audit.outcomes().deliveries().size() + " raw records");
        audit.outcomes()
                .totals()
                .forEach((outcome, count) ->
                        System.out.println("  " + count + " " + outcome.name().toLowerCase(Locale.ROOT)));
        print(
                "rejected for",
                count(audit, rejection -> rejection.reason().name().toLowerCase(Locale.ROOT)));
        System.out.println(audit.articles() + " articles in " + audit.stories() + " stories"
                + (out.existing().isPresent() ? ", checked against " : "; no files in ")
                + out.path());
        print("flagged", new TreeMap<>(audit.flags()));
        if (!audit.outcomes().otherRejections().isEmpty()) {
            System.out.println(audit.outcomes().otherRejections().size() + " records of other topics rejected");
        }
        audit.faults().forEach(fault -> System.err.println("newsfold: " + fault));
        System.out.println(
                audit.faults().isEmpty() ? "everything adds up" : audit.faults().size() + " faults");
        return audit.faults().isEmpty() ? ExitCodes.OK : ExitCodes.DOES_NOT_ADD_UP;
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
