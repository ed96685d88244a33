package io.newsfold.cli.command;

import io.newsfold.cli.export.ExportTable;
import io.newsfold.cli.export.TableOutput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsfold export}: the current articles, their entities or quotations, or the stories as one flat table. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the current articles, the entities or quotations of each, or the stories as one table: all rows, times in UTC.",
            "The filters choose articles; a story is written where one of its articles is chosen.",
            "What has no date has none in the table, and is in no span of --since and --until."
        })
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private TableOutput output = new TableOutput();

    @Parameters(paramLabel = "WHAT", description = "articles, entities, quotes or stories")
    private ExportTable what;

    @SuppressWarnings("NullAway.Init")
    public ExportCommand() {}

    @Override
    public Integer call() {
        output.write(what, row -> true);
        return ExitCodes.OK;
    }
}
