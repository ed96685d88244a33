package io.newsfold.desk.command;

import io.newsfold.sink.Compaction;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold compact}: few large files instead of many small ones, and nothing of withdrawn articles. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description =
                "Rewrites the history: few large files instead of many small ones, and nothing more of articles that were withdrawn. No sink may be at work on the folder.")
public final class CompactCommand implements Callable<Integer> {
    @Mixin
    private FilesOptions files = new FilesOptions();

    @Override
    public Integer call() {
        Compaction.Outcome outcome = Compaction.run(files.out(), files.format(), Instant.now());
        System.out.println(outcome.before() + " files of the history are " + outcome.after() + " now, "
                + outcome.erased() + " rows of withdrawn articles were removed");
        return ExitCodes.OK;
    }
}
