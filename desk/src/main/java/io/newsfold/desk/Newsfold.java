package io.newsfold.desk;

import io.newsfold.contract.Limits;
import io.newsfold.desk.command.AddCommand;
import io.newsfold.desk.command.AuditCommand;
import io.newsfold.desk.command.BenchCommand;
import io.newsfold.desk.command.CleanCommand;
import io.newsfold.desk.command.CompactCommand;
import io.newsfold.desk.command.CompletionCommand;
import io.newsfold.desk.command.DeskCommand;
import io.newsfold.desk.command.DoctorCommand;
import io.newsfold.desk.command.EnrichCommand;
import io.newsfold.desk.command.ErasureReceiptCommand;
import io.newsfold.desk.command.ExitCodes;
import io.newsfold.desk.command.ExplainCommand;
import io.newsfold.desk.command.FetchCommand;
import io.newsfold.desk.command.LinesCommand;
import io.newsfold.desk.command.LinkCommand;
import io.newsfold.desk.command.PollCommand;
import io.newsfold.desk.command.RejectedCommand;
import io.newsfold.desk.command.ReplayCommand;
import io.newsfold.desk.command.RunCommand;
import io.newsfold.desk.command.SinkCommand;
import io.newsfold.desk.command.StoriesCommand;
import io.newsfold.desk.command.TagCommand;
import io.newsfold.desk.command.TailCommand;
import io.newsfold.desk.command.VerifyCommand;
import io.newsfold.desk.command.WatchCommand;
import io.newsfold.desk.command.WhereCommand;
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
            BenchCommand.class,
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
