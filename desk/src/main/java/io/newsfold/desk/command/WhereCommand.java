package io.newsfold.desk.command;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.desk.account.Accounts;
import io.newsfold.ingest.CanonicalUrl;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsfold where}: the fate of an input. */
@Command(
        name = "where",
        mixinStandardHelpOptions = true,
        description = "Tells what became of an input: each of its deliveries, and where the article stands now.")
public final class WhereCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            paramLabel = "URL|ID|FILE",
            description = "address, article id, raw key, or file as it was replayed (as wire.jsonl:6)")
    private String what;

    @SuppressWarnings("NullAway.Init")
    public WhereCommand() {}

    @Override
    public Integer call() {
        Properties client = cluster.client();
        String key = CanonicalUrl.of(what).orElse(what);
        String id = ArticleId.of(key);
        List<Accounts.Entry> found = Accounts.read(client).entries().stream()
                .filter(e -> e.id().equals(id)
                        || e.id().equals(what)
                        || e.about().origin().equals(what))
                .toList();
        if (found.isEmpty()) {
            System.err.println("newsfold: nothing was delivered under " + what);
            return ExitCodes.INPUT;
        }
        for (Accounts.Entry entry : found) {
            System.out.println(entry.fate().name().toLowerCase(Locale.ROOT) + "  " + entry.at() + "  fetched "
                    + entry.about().fetched() + "  " + entry.about().origin()
                    + (entry.rejection() == null
                            ? ""
                            : "  " + entry.rejection().reason().name().toLowerCase(Locale.ROOT) + ": "
                                    + entry.rejection().message()));
        }
        Articles.read(client).find(found.get(0).id()).ifPresent(WhereCommand::print);
        return ExitCodes.OK;
    }

    private static void print(EnrichedArticle enriched) {
        var place = enriched.place();
        System.out.println("article " + enriched.article().id() + ", revision "
                + enriched.article().versions().size() + ": "
                + enriched.article().headline());
        System.out.println(place.lineage().relation().name().toLowerCase(Locale.ROOT)
                + (place.lineage().parent() == null
                        ? ""
                        : " of " + place.lineage().parent())
                + " in story " + place.story().id() + ": " + place.story().headline());
    }
}
