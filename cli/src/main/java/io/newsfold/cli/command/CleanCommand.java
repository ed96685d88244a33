package io.newsfold.cli.command;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.enrich.clean.body.BlockDecision;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FileFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold clean}: the first stage as a filter, without a broker. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Cleans files and folders and prints one JSON object a line; needs no broker.")
public final class CleanCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "PATH|-", description = "files, folders, or - for standard input")
    private @Nullable List<String> paths;

    @Option(names = "--text", description = "print headline and body only")
    private boolean text;

    @Option(
            names = "--explain",
            description =
                    "print each block, whether it was kept, how likely it is part of the article, and why it was dropped")
    private boolean explain;

    private final ArticleCleaner cleaner = new ArticleCleaner();
    private boolean rejected;

    /** A line of output. */
    private record Line(
            String schema,
            String file,

            @com.fasterxml.jackson.annotation.JsonUnwrapped @Nullable
            CleanText article,

            Rejection.@Nullable Reason reason,
            @Nullable String message) {}

    @Override
    public Integer call() throws IOException {
        if (paths == null || paths.equals(List.of("-"))) {
            clean(FileFeed.unnamed(System.in.readAllBytes(), Instant.now()));
        } else {
            new FileFeed(paths.stream().map(Path::of).toList(), System.err::println).read(this::clean);
        }
        return rejected ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    private void clean(Delivery delivery) {
        if (delivery.body() == null) {
            return;
        }
        RawArticle raw = new RawArticle(delivery.key(), delivery.body(), delivery.about(), new Coordinates("", 0, 0));
        StageResult<Cleaned> cleaning = cleaner.clean(raw);
        String file = delivery.about().origin();
        cleaning.rejections().forEach(rejection -> {
            rejected = true;
            System.out.println(
                    Json.text(new Line("newsfold/clean/1", file, null, rejection.reason(), rejection.message())));
        });
        cleaning.values().forEach(cleaned -> print(file, cleaned.text()));
        if (explain) {
            cleaner.explain(raw).forEach(CleanCommand::print);
        }
    }

    private void print(String file, CleanText clean) {
        if (text || explain) {
            System.out.println(clean.article().headline() + "\n");
        }
        if (text) {
            System.out.println(clean.article().articleBody() + "\n");
        } else if (!explain) {
            System.out.println(Json.text(new Line("newsfold/clean/1", file, clean, null, null)));
        }
    }

    private static void print(BlockDecision verdict) {
        String reason = verdict.reason();
        String line = String.format(
                Locale.ROOT,
                "%-4s %.2f  %-13s %s",
                reason == null ? "keep" : "drop",
                verdict.probability(),
                reason == null ? "" : reason,
                verdict.text());
        System.out.println(Ansi.AUTO.text((reason == null ? "@|green " : "@|faint ") + escaped(line) + "|@"));
    }

    /** So that words of the page are not taken for marks of colour. */
    private static String escaped(String line) {
        return line.replace("@|", "@ |").replace("|@", "| @");
    }
}
