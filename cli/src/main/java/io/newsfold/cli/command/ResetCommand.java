package io.newsfold.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.cli.option.DataOption;
import io.newsfold.cli.option.OutOption;
import io.newsfold.cli.pipeline.DataFolder;
import io.newsfold.sink.OutputRemoval;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold reset}: removes what runs on this machine have left. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description =
                "Removes the data of newsfold run on this machine, all articles and files included, after asking.")
public final class ResetCommand implements Callable<Integer> {
    @Mixin
    private DataOption folder = new DataOption();

    @Mixin
    private OutOption out = new OutOption();

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--dry-run", description = "only print what would be removed")
    private boolean dryRun;

    @Override
    public Integer call() {
        Path data = folder.path();
        List<Path> going = new ArrayList<>();
        if (DataFolder.exists(data)) {
            going.add(data);
        }
        going.addAll(OutputRemoval.paths(out.path()));
        if (going.isEmpty()) {
            System.err.println("newsfold: nothing to remove: no newsfold run has used " + data.toAbsolutePath()
                    + ", and no sink has written to " + out.path().toAbsolutePath());
            return ExitCodes.INPUT;
        }
        going.forEach(path -> System.out.println((dryRun ? "would remove  " : "removes  ") + path.toAbsolutePath()));
        if (dryRun) {
            return ExitCodes.OK;
        }
        if (!yes && !isConfirmed()) {
            System.err.println("newsfold: nothing was removed; --yes removes without asking");
            return ExitCodes.USAGE;
        }
        if (DataFolder.exists(data)) {
            DataFolder.remove(data);
        }
        OutputRemoval.remove(out.path());
        System.out.println("removed");
        return ExitCodes.OK;
    }

    /** Asks; never where nobody can answer. */
    private static boolean isConfirmed() {
        if (System.getProperty("newsfold.terminal") == null) {
            return false;
        }
        System.err.print("newsfold: remove all of it? Type yes: ");
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            return "yes".equals(answer);
        } catch (IOException e) {
            return false;
        }
    }
}
