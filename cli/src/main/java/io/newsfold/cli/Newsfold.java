package io.newsfold.cli;

import io.newsfold.cli.command.AddCommand;
import io.newsfold.cli.command.AuditCommand;
import io.newsfold.cli.command.ClassifyCommand;
import io.newsfold.cli.command.CleanCommand;
import io.newsfold.cli.command.CompactCommand;
import io.newsfold.cli.command.CompletionCommand;
import io.newsfold.cli.command.CopyCommand;
import io.newsfold.cli.command.DeskCommand;
import io.newsfold.cli.command.DoctorCommand;
import io.newsfold.cli.command.EnrichCommand;
import io.newsfold.cli.command.EntitiesCommand;
import io.newsfold.cli.command.ErasureReceiptCommand;
import io.newsfold.cli.command.ExitCodes;
import io.newsfold.cli.command.ExplainCommand;
import io.newsfold.cli.command.ExportCommand;
import io.newsfold.cli.command.FetchCommand;
import io.newsfold.cli.command.LinesCommand;
import io.newsfold.cli.command.LinkCommand;
import io.newsfold.cli.command.PollCommand;
import io.newsfold.cli.command.QuotesCommand;
import io.newsfold.cli.command.RejectedCommand;
import io.newsfold.cli.command.ReplayCommand;
import io.newsfold.cli.command.ResetCommand;
import io.newsfold.cli.command.RetagCommand;
import io.newsfold.cli.command.RunCommand;
import io.newsfold.cli.command.SchemasCommand;
import io.newsfold.cli.command.SinkCommand;
import io.newsfold.cli.command.StoriesCommand;
import io.newsfold.cli.command.TagCommand;
import io.newsfold.cli.command.TailCommand;
import io.newsfold.cli.command.TopicsCommand;
import io.newsfold.cli.command.UnlinkCommand;
import io.newsfold.cli.command.UsageMistakes;
import io.newsfold.cli.command.VerifyCommand;
import io.newsfold.cli.command.WatchCommand;
import io.newsfold.cli.command.WhereCommand;
import io.newsfold.cli.command.WithdrawCommand;
import io.newsfold.contract.Limits;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code newsfold} command. */
@Command(
        name = "newsfold",
        mixinStandardHelpOptions = true,
        version = "newsfold 0.1.0",
        description = "Cleans, tags and clusters news articles into stories, on Apache Kafka.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all input accepted",
            "1:internal error: a bug, please report it",
            "2:wrong usage or configuration",
            "3:finished, but some records were rejected, or withdrawn before",
            "4:input missing or unreadable",
            "5:broker not reachable",
            "6:not authorised",
            "7:output not writable",
            "8:outcomes or files do not add up, or rows of a withdrawn article remain",
            "9:still at work: audit again later",
            "130:stopped by Ctrl-C after a clean drain",
            "143:stopped by SIGTERM after a clean drain"
        })
public final class Newsfold implements Runnable {
    /** Commands that need the options of all others. */
    private static final Set<String> NEED_ALL = Set.of("help", "completion");

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    private Newsfold() {}

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        String layout = List.of(arguments).contains("--log-json")
                ? "json"
                : System.getenv().getOrDefault("NEWSFOLD_LOG", "text");
        if (!layout.equals("json") && !layout.equals("text")) {
            System.err.println("newsfold: NEWSFOLD_LOG is json or text, not " + layout);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        System.setProperty("newsfold.layout", layout);
        System.setProperty("java.awt.headless", "true"); // pictures are decoded without a window system
        setUpLog(List.of(arguments));
        Path log = Path.of(System.getProperty("newsfold.log", "newsfold.log"));
        Path folder = Objects.requireNonNull(log.toAbsolutePath().getParent());
        boolean isNew = !Files.exists(folder);
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> reportSignal(ended), "signal"));
        int code = execute(arguments);
        ended.set(true);
        if (isNew) {
            removeIfEmpty(folder);
        }
        System.exit(code);
    }

    /** A log to which nobody writes leaves its folder behind. */
    private static void removeIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LoggerFactory.getLogger(Newsfold.class).debug("{} has files", folder);
        }
    }

    /** Says at once that a signal has arrived: what a command has begun may take seconds to finish. */
    private static void reportSignal(AtomicBoolean ended) {
        if (!ended.get()) {
            System.err.println("newsfold: stopping");
        }
    }

    /**
     * Runs before the first logger is created: {@code run} logs to a file in its data folder, the other long-running
     * processes log to standard error.
     */
    private static void setUpLog(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        if (command.equals("run")) {
            int data = arguments.indexOf("--data");
            String folder = data < 0 || data + 1 >= arguments.size() ? ".newsfold" : arguments.get(data + 1);
            System.setProperty("newsfold.log", Path.of(folder, "newsfold.log").toString());
            System.setProperty("newsfold.appender", "file");
            System.setProperty("newsfold.operator", "terminal");
        } else if (command.equals("enrich") || command.equals("sink") || command.equals("desk")) {
            System.setProperty("newsfold.appender", "stderr");
        }
    }

    /** Runs a command and returns its exit code. */
    public static int execute(String... arguments) {
        return commandLine(arguments.length == 0 ? "" : arguments[0]).execute(arguments);
    }

    /**
     * The commands and their options.
     *
     * @param command the only one that is wanted; all where it is none
     */
    static CommandLine commandLine(String command) {
        CommandLine newsfold = new CommandLine(new Newsfold());
        newsfold.getCommandSpec()
                .usageMessage()
                .footerHeading("%nLimits, with the flag or the rejection reason of each:%n")
                .footer(Limits.lines().stream().map(line -> "  " + line).toArray(String[]::new));
        Map<String, Class<?>> commands = commands();
        boolean isAlone = commands.containsKey(command) && !NEED_ALL.contains(command);
        commands.forEach((name, type) -> {
            if (!isAlone || name.equals(command)) {
                newsfold.addSubcommand(name, type);
            }
        });
        return newsfold.setExecutionExceptionHandler(new ExitCodes())
                .setParameterExceptionHandler(new UsageMistakes())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /**
     * The commands by their names, in the order of the help. They are classes, not objects, so that a process loads the
     * types of its own command only.
     */
    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand.class);
        commands.put("replay", ReplayCommand.class);
        commands.put("add", AddCommand.class);
        commands.put("watch", WatchCommand.class);
        commands.put("lines", LinesCommand.class);
        commands.put("poll", PollCommand.class);
        commands.put("fetch", FetchCommand.class);
        commands.put("withdraw", WithdrawCommand.class);
        commands.put("stories", StoriesCommand.class);
        commands.put("tail", TailCommand.class);
        commands.put("where", WhereCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("quotes", QuotesCommand.class);
        commands.put("clean", CleanCommand.class);
        commands.put("tag", TagCommand.class);
        commands.put("classify", ClassifyCommand.class);
        commands.put("entities", EntitiesCommand.class);
        commands.put("retag", RetagCommand.class);
        commands.put("enrich", EnrichCommand.class);
        commands.put("desk", DeskCommand.class);
        commands.put("sink", SinkCommand.class);
        commands.put("compact", CompactCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("erasure-receipt", ErasureReceiptCommand.class);
        commands.put("audit", AuditCommand.class);
        commands.put("rejected", RejectedCommand.class);
        commands.put("topics", TopicsCommand.class);
        commands.put("schemas", SchemasCommand.class);
        commands.put("copy", CopyCommand.class);
        commands.put("reset", ResetCommand.class);
        commands.put("doctor", DoctorCommand.class);
        commands.put("completion", CompletionCommand.class);
        commands.put("help", HelpCommand.class);
        commands.put("link", LinkCommand.class);
        commands.put("unlink", UnlinkCommand.class);
        return commands;
    }
}
