package io.newsfold.cli.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.newsfold.cli.option.FieldsOption;
import io.newsfold.cli.option.InputPath;
import io.newsfold.cli.print.DeliverySummary;
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
import io.newsfold.ingest.source.PostedArticles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold clean}: the clean stage as a filter, without a broker. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Cleans files and folders and prints one JSON object a line; needs no broker.")
public final class CleanCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "PATH|-", description = "files, folders, or - for standard input")
    private @Nullable List<String> paths;

    @Mixin
    private FieldsOption fields = new FieldsOption();

    @Option(names = "--text", description = "print headline and body only")
    private boolean text;

    @Option(
            names = "--explain",
            description =
                    "print each block with its decision (keep or drop), its probability to be part of the article, and"
                            + " the reason why it was dropped")
    private boolean explain;

    private final ArticleCleaner cleaner = new ArticleCleaner();
    private final DeliverySummary summary = new DeliverySummary();
    private boolean rejected;

    /** A line of the output. */
    private record CleanedFile(
            String schema,
            String file,

            @JsonUnwrapped @Nullable CleanText article,

            Rejection.@Nullable Reason reason,
            @Nullable String message) {}

    @Override
    public Integer call() throws IOException {
        if (paths == null || paths.equals(List.of("-"))) {
            PostedArticles.untyped(System.in.readAllBytes(), Instant.now(), "stdin", fields.mapping())
                    .forEach(this::clean);
        } else {
            paths.forEach(path -> InputPath.check(Path.of(path)));
            new FileFeed(paths.stream().map(Path::of).toList(), System.err::println, fields.mapping())
                    .read(this::clean);
        }
        summary.unreadLine().ifPresent(line -> System.err.println("newsfold: " + line));
        return rejected ? ExitCodes.SOME_REJECTED : ExitCodes.OK;
    }

    private void clean(Delivery delivery) {
        String file = delivery.about().origin();
        Delivery.Refusal refusal = delivery.refusal();
        summary.add(delivery);
        if (refusal != null) {
            reject(file, refusal.reason(), refusal.message());
            return;
        }
        if (delivery.body() == null) {
            System.out.println(Json.text(new CleanedFile("newsfold/clean/1", file, null, null, "withdrawn")));
            return;
        }
        RawArticle raw = new RawArticle(delivery.key(), delivery.body(), delivery.about(), new Coordinates("", 0, 0));
        try {
            clean(file, raw);
        } catch (RuntimeException | StackOverflowError bug) { // as in the job, one page does not end the others
            reject(file, Rejection.Reason.STAGE_FAILED, String.valueOf(bug));
        }
    }

    private void reject(String file, Rejection.Reason reason, String message) {
        rejected = true;
        System.out.println(Json.text(new CleanedFile("newsfold/clean/1", file, null, reason, message)));
    }

    private void clean(String file, RawArticle raw) {
        StageResult<Cleaned> cleaning = cleaner.clean(raw);
        cleaning.rejections().forEach(rejection -> reject(file, rejection.reason(), rejection.message()));
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
            System.out.println(Json.text(new CleanedFile("newsfold/clean/1", file, clean, null, null)));
        }
    }

    private static void print(BlockDecision decision) {
        String reason = decision.reason();
        String line = String.format(
                Locale.ROOT,
                "%-4s %.2f  %-13s %s",
                reason == null ? "keep" : "drop",
                decision.probability(),
                reason == null ? "" : reason,
                decision.text());
        System.out.println(Ansi.AUTO.text((reason == null ? "@|green " : "@|faint ") + escaped(line) + "|@"));
    }

    /** Prevents that picocli takes words of the page for its colour markup. */
    private static String escaped(String line) {
        return line.replace("@|", "@ |").replace("|@", "| @");
    }
}
