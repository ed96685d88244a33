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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold audit}: whether everything adds up. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Reads articles.raw from the first record to the last and finds each one's fate, on all topics and in the files; exit code 0 only where everything adds up.")
public final class AuditCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private OutOption out = new OutOption();

    @Override
    public Integer call() {
        Properties client = cluster.client();
        Audit audit = Audit.of(client, out.existing().orElse(null));
        System.out.println(audit.accounts().deliveries().size() + " raw records");
        audit.accounts()
                .totals()
                .forEach((fate, count) ->
                        System.out.println("  " + count + " " + fate.name().toLowerCase(Locale.ROOT)));
        print(
                "rejected for",
                count(audit, rejection -> rejection.reason().name().toLowerCase(Locale.ROOT)));
        System.out.println(audit.articles() + " articles in " + audit.stories() + " stories"
                + (out.existing().isPresent() ? ", all held against " : "; no files in ")
                + out.path());
        print("flagged", new TreeMap<>(audit.flags()));
        if (!audit.accounts().otherRejections().isEmpty()) {
            System.out.println(audit.accounts().otherRejections().size() + " records of other topics rejected");
        }
        audit.faults().forEach(fault -> System.err.println("newsfold: " + fault));
        System.out.println(
                audit.faults().isEmpty() ? "everything adds up" : audit.faults().size() + " faults");
        return audit.faults().isEmpty() ? ExitCodes.OK : ExitCodes.DOES_NOT_ADD_UP;
    }

    private static Map<String, Long> count(Audit audit, Function<Rejection, String> kind) {
        return audit.accounts().deliveries().stream()
                .flatMap(e -> java.util.stream.Stream.ofNullable(e.rejection()))
                .collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
    }

    private static void print(String what, Map<String, Long> counts) {
        counts.forEach((name, count) -> System.out.println("  " + count + " " + what + " " + name));
    }
}
