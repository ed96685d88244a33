package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.print.TerminalText;
import io.newsfold.cli.topic.OriginName;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.TopicReader;
import io.newsfold.kafka.outcome.OutcomeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsfold rejected}: lists rejections, prints rejected records, or sends them once more. */
@Command(
        name = "rejected",
        mixinStandardHelpOptions = true,
        description = "Lists rejections, prints rejected records, or sends them once more.",
        subcommands = HelpCommand.class)
public final class RejectedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public RejectedCommand() {}

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing: list, show or replay");
    }

    /** The rejections that the options select. */
    static final class Selection {
        @Mixin
        private ClusterOptions cluster = new ClusterOptions();

        @Option(
                names = "--reason",
                paramLabel = "CODE",
                description = "select rejections with this reason, as not_json")
        private Rejection.@Nullable Reason reason;

        @Option(names = "--stage", paramLabel = "STAGE", description = "select rejections of this stage, as clean")
        private @Nullable String stage;

        @Parameters(
                arity = "0..*",
                paramLabel = "WHICH",
                description = "origins, raw keys or coordinates, as list prints them (default: all)")
        private List<String> which = List.of();

        private Properties client;

        @SuppressWarnings("NullAway.Init")
        Selection() {}

        List<Rejection> read() {
            client = cluster.client();
            OutcomeReport outcomes = OutcomeReport.read(client);
            List<Rejection> found = Stream.concat(
                            outcomes.deliveries().stream().flatMap(e -> Stream.ofNullable(e.rejection())),
                            outcomes.otherRejections().stream())
                    .filter(this::isSelected)
                    .toList();
            if (found.isEmpty() && !which.isEmpty()) {
                throw new InputException("there is no rejection of " + String.join(", ", which));
            }
            if (found.isEmpty()) {
                System.err.println("newsfold: there is no such rejection");
            }
            return found;
        }

        private boolean isSelected(Rejection rejection) {
            return (reason == null || rejection.reason() == reason)
                    && (stage == null || rejection.stage().equals(stage))
                    && (which.isEmpty()
                            || which.stream().anyMatch(name -> OriginName.means(name, rejection.origin()))
                            || which.contains(rejection.key())
                            || which.contains(rejection.raw().toString()));
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists rejections: coordinates, stage, reason, origin, message.")
    int list(@Mixin Selection selection) {
        for (Rejection rejection : selection.read()) {
            System.out.println(rejection.raw() + "  " + rejection.stage() + "  "
                    + rejection.reason().name().toLowerCase(Locale.ROOT) + "  " + rejection.origin() + "  "
                    + TerminalText.line(rejection.message()));
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints the bytes of rejected records as they were delivered.")
    int show(@Mixin Selection selection) {
        for (Rejection rejection : selection.read()) {
            byte[] original = rejection.original();
            System.err.println("newsfold: " + rejection.raw() + ", " + rejection.origin() + ", "
                    + (original == null ? "no bytes" : original.length + " bytes"));
            if (original != null) {
                System.out.write(original, 0, original.length);
                System.out.println();
            }
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Sends rejected records once more, with their headers: for use after an upgrade that can read"
                    + " them.")
    int replay(@Mixin Selection selection) {
        Set<Coordinates> wanted = selection.read().stream().map(Rejection::raw).collect(Collectors.toSet());
        List<Delivery> deliveries = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(selection.client, Topic.RAW)) {
            reader.readToEnd(entry -> {
                if (wanted.contains(new Coordinates(entry.topic(), entry.partition(), entry.offset()))) {
                    About about = About.from(entry.headers(), entry.timestamp());
                    deliveries.add(new Delivery(
                            Objects.requireNonNullElse(entry.key(), ""), entry.value(), about, null, null));
                }
            });
        }
        try (RawProducer producer = new RawProducer(selection.client)) {
            deliveries.forEach(producer::publish);
            producer.flush();
        }
        System.out.println(deliveries.size() + " records sent once more"
                + (deliveries.size() < wanted.size()
                        ? "; " + (wanted.size() - deliveries.size()) + " were never on " + Topic.RAW.topicName()
                        : ""));
        return ExitCodes.OK;
    }
}
