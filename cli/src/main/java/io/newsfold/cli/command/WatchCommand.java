package io.newsfold.cli.command;

import io.newsfold.cli.option.DurationConverter;
import io.newsfold.cli.option.FieldsOption;
import io.newsfold.cli.option.SourceOptions;
import io.newsfold.cli.print.TerminalText;
import io.newsfold.contract.SourceState;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FolderWatch;
import io.newsfold.ingest.source.InputException;
import io.newsfold.ingest.web.Sleeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold watch}: sends the files that arrive in a folder. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Sends each file that arrives in a folder, once, until stopped; of a .jsonl that grows, the new lines.",
            "Write a file elsewhere and rename it into the folder: then it is never read half."
        })
public final class WatchCommand implements Callable<Integer> {
    @Mixin
    private SourceOptions source = new SourceOptions();

    @Parameters(paramLabel = "DIR", description = "the folder; its subfolders are watched too")
    private Path folder;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "time between two looks at a source: the folder (default: ${DEFAULT-VALUE})")
    private Duration every;

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "500ms",
            converter = DurationConverter.class,
            description = "send a file when it has not changed for this time (default: ${DEFAULT-VALUE})")
    private Duration settle;

    @Mixin
    private FieldsOption fields = new FieldsOption();

    private long refused;

    @SuppressWarnings("NullAway.Init")
    public WatchCommand() {}

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    Files.exists(folder)
                            ? folder + " is a file, not a folder: newsfold replay sends it"
                            : "there is no folder " + folder);
        }
        Path absolute = folder.toAbsolutePath().normalize();
        String id = FolderWatch.id(absolute);
        InstantSource clock = InstantSource.system();
        try (SourceSession session = SourceSession.open(source.client(), "watch " + id)) {
            SourceState state = session.states().getOrDefault(id, SourceState.fresh(id, SourceState.SourceKind.FOLDER));
            Duration quietTime = source.once() ? Duration.ZERO : settle;
            FolderWatch watch = new FolderWatch(
                    absolute, state, quietTime, clock, fields.mapping(), System.err::println, (sent, next) -> {
                        session.producer().publish(sent, next);
                        report(sent);
                    });
            Sleeper waiter = Sleeper.on(clock, session::isOpen);
            if (!source.once()) {
                source.report("watching " + folder + "; Ctrl-C stops");
            }
            watch.scan(session::isOpen);
            while (!source.once() && session.isOpen()) {
                waiter.until(clock.instant().plus(every));
                watch.scan(session::isOpen);
            }
        }
        return source.once() && refused > 0 ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    private void report(List<Delivery> sent) {
        long refusals = sent.stream().filter(d -> d.refusal() != null).count();
        refused += refusals;
        sent.stream()
                .filter(d -> d.doubt() != null)
                .forEach(d -> System.err.println("newsfold: " + TerminalText.line(String.valueOf(d.doubt()))));
        if (sent.size() > refusals) {
            source.report(sent.size() - refusals + " records from " + folder);
        }
    }
}
