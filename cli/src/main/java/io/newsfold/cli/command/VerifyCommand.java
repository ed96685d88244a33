package io.newsfold.cli.command;

import io.newsfold.cli.option.OutArgument;
import io.newsfold.sink.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold verify}: checks the files. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks the files: offset ranges without a gap, counts and checksums as in the manifest, no id twice,"
                        + " latest equal to the end of the history.")
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private OutArgument out = new OutArgument();

    @Override
    public Integer call() {
        Verification.Findings outcome = Verification.run(out.path());
        outcome.faults().forEach(fault -> System.err.println("newsfold: " + fault));
        System.out.println(outcome.files() + " files, " + outcome.rows() + " rows: "
                + (outcome.faults().isEmpty() ? "all correct" : outcome.faults().size() + " faults")
                + (outcome.atRest() ? "" : " (a sink is running: latest was not compared with the history)"));
        return outcome.faults().isEmpty() ? ExitCodes.OK : ExitCodes.DOES_NOT_ADD_UP;
    }
}
