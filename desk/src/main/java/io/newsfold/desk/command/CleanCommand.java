package io.newsfold.desk.command;

import io.newsfold.contract.CleanArticle.Dropped;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.clean.Cleaning;
import io.newsfold.ingest.Delivery;
import io.newsfold.ingest.FileFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--explain", description = "print what was dropped, and why")
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
        Cleaning cleaning = cleaner.clean(
                new RawArticle(delivery.key(), delivery.body(), delivery.about(), new Coordinates("", 0, 0)));
        String file = delivery.about().origin();
        cleaning.rejections().forEach(rejection -> {
            rejected = true;
            System.out.println(
                    Json.text(new Line("newsfold/clean/1", file, null, rejection.reason(), rejection.message())));
        });
        cleaning.texts().forEach(cleaned -> print(file, cleaned.text()));
    }

    private void print(String file, CleanText article) {
        if (!text && !explain) {
            System.out.println(Json.text(new Line("newsfold/clean/1", file, article, null, null)));
            return;
        }
        System.out.println(article.headline() + "\n\n" + article.articleBody() + "\n");
        if (explain) {
            for (Dropped dropped : article.dropped()) {
                System.out.println("dropped as " + dropped.reason() + ": " + dropped.text());
            }
        }
    }
}
