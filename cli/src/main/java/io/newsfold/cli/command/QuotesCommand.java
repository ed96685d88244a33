package io.newsfold.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.cli.export.ExportTable;
import io.newsfold.cli.export.TableOutput;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold quotes}: who said what, a row for each quotation. */
@Command(
        name = "quotes",
        mixinStandardHelpOptions = true,
        description = {
            "Writes each quotation whose speaker is clear as a row: speaker with id, verb, offsets in code points, words.",
            "The filters choose articles, --speaker among their quotations."
        })
public final class QuotesCommand implements Callable<Integer> {
    @Mixin
    private TableOutput output = new TableOutput();

    @Option(
            names = "--speaker",
            paramLabel = "NAME|ID",
            description = "only what somebody says whose name has this in it, or who has this id")
    private @Nullable String speaker;

    public QuotesCommand() {}

    @Override
    public Integer call() {
        output.write(ExportTable.QUOTES, this::isBySpeaker);
        return ExitCodes.OK;
    }

    private boolean isBySpeaker(ObjectNode row) {
        return speaker == null
                || row.path("name").asText().toLowerCase(Locale.ROOT).contains(speaker.toLowerCase(Locale.ROOT))
                || row.path("speaker").asText().equals(speaker)
                || row.path("wikidata").asText().equals(speaker);
    }
}
