package io.newsfold.desk.command;

import io.newsfold.contract.Rejection;
import io.newsfold.desk.account.Audit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold audit}: whether everything adds up. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Reads articles.raw from the first record to the last and finds each one's fate, on all topics and in the files; exit code 0 only where everything adds up.")
public final class AuditCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "folder of the files; left out where it is not there (default: ${DEFAULT-VALUE})")
    private Path out;

    @SuppressWarnings("NullAway.Init")
    public AuditCommand() {}

    @Override
    public Integer call() {
        Properties client = cluster.client();
        boolean hasFiles = Files.isDirectory(out);
        Audit audit = Audit.of(client, hasFiles ? out : null);
        System.out.println(audit.accounts().entries().size() + " raw records");
        audit.accounts()
                .totals()
                .forEach((fate, count) ->
                        System.out.println("  " + count + " " + fate.name().toLowerCase(Locale.ROOT)));
        print(
                "rejected for",
                count(audit, rejection -> rejection.reason().name().toLowerCase(Locale.ROOT)));
        System.out.println(audit.articles() + " articles in " + audit.stories() + " stories"
                + (hasFiles ? ", all held against " + out : "; no files in " + out));
        print("flagged", new TreeMap<>(audit.flags()));
        if (!audit.accounts().others().isEmpty()) {
            System.out.println(audit.accounts().others().size() + " records of other topics rejected");
        }
        audit.faults().forEach(fault -> System.err.println("newsfold: " + fault));
        System.out.println(
                audit.faults().isEmpty() ? "everything adds up" : audit.faults().size() + " faults");
        return audit.faults().isEmpty() ? ExitCodes.OK : ExitCodes.DOES_NOT_ADD_UP;
    }

    private static Map<String, Long> count(Audit audit, Function<Rejection, String> kind) {
        return audit.accounts().entries().stream()
                .flatMap(e -> java.util.stream.Stream.ofNullable(e.rejection()))
                .collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
    }

    private static void print(String what, Map<String, Long> counts) {
        counts.forEach((name, count) -> System.out.println("  " + count + " " + what + " " + name));
    }
}
