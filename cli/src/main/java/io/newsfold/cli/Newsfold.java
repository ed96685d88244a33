package io.newsfold.cli;

import io.newsfold.cli.command.AddCommand;
import io.newsfold.cli.command.AuditCommand;
import io.newsfold.cli.command.CleanCommand;
import io.newsfold.cli.command.CompactCommand;
import io.newsfold.cli.command.CompletionCommand;
import io.newsfold.cli.command.DeskCommand;
import io.newsfold.cli.command.DoctorCommand;
import io.newsfold.cli.command.EnrichCommand;
import io.newsfold.cli.command.ErasureReceiptCommand;
import io.newsfold.cli.command.ExitCodes;
import io.newsfold.cli.command.ExplainCommand;
import io.newsfold.cli.command.FetchCommand;
import io.newsfold.cli.command.LinesCommand;
import io.newsfold.cli.command.LinkCommand;
import io.newsfold.cli.command.PollCommand;
import io.newsfold.cli.command.RejectedCommand;
import io.newsfold.cli.command.ReplayCommand;
import io.newsfold.cli.command.RunCommand;
import io.newsfold.cli.command.SinkCommand;
import io.newsfold.cli.command.StoriesCommand;
import io.newsfold.cli.command.TagCommand;
import io.newsfold.cli.command.TailCommand;
import io.newsfold.cli.command.VerifyCommand;
import io.newsfold.cli.command.WatchCommand;
import io.newsfold.cli.command.WhereCommand;
import io.newsfold.contract.Limits;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code newsfold} command. */
@Command(
        name = "newsfold",
        mixinStandardHelpOptions = true,
        version = "newsfold 0.1.0",
        description = "Folds the news into stories.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all input accepted",
            "1:internal error: a bug, please report it",
            "2:wrong usage or configuration",
            "3:finished, but some records were rejected",
            "4:input missing or unreadable",
            "5:broker not reachable",
            "6:not authorised",
            "7:output not writable",
            "8:accounts or files are not as they should be",
            "130:stopped by Ctrl-C after a clean drain",
            "143:stopped by SIGTERM after a clean drain"
        },
        subcommands = {
            RunCommand.class,
            ReplayCommand.class,
            AddCommand.class,
            WatchCommand.class,
            LinesCommand.class,
            PollCommand.class,
            FetchCommand.class,
            StoriesCommand.class,
            TailCommand.class,
            WhereCommand.class,
            ExplainCommand.class,
            CleanCommand.class,
            TagCommand.class,
            EnrichCommand.class,
            DeskCommand.class,
            SinkCommand.class,
            CompactCommand.class,
            VerifyCommand.class,
            ErasureReceiptCommand.class,
            AuditCommand.class,
            RejectedCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Newsfold implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    private Newsfold() {}

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8));
        String layout = List.of(arguments).contains("--log-json")
                ? "json"
                : System.getenv().getOrDefault("NEWSFOLD_LOG", "text");
        if (!layout.equals("json") && !layout.equals("text")) {
            System.err.println("newsfold: NEWSFOLD_LOG is json or text, not " + layout);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        System.setProperty("newsfold.layout", layout);
        setUpLog(List.of(arguments));
        System.exit(execute(arguments));
    }

    /** Before the first logger is made: {@code run} logs to a file of its data folder, the other long-running processes to standard error. */
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
        CommandLine newsfold = new CommandLine(new Newsfold());
        newsfold.getCommandSpec()
                .usageMessage()
                .footerHeading("%nLimits, and the flag or the reason of a rejection that tells of each:%n")
                .footer(Limits.lines().stream().map(line -> "  " + line).toArray(String[]::new));
        return newsfold.addSubcommand(LinkCommand.LINK, new LinkCommand())
                .addSubcommand(LinkCommand.UNLINK, new LinkCommand())
                .setExecutionExceptionHandler(new ExitCodes())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }
}
