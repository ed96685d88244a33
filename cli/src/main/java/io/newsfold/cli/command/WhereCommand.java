package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.OutOption;
import io.newsfold.cli.topic.CurrentArticles;
import io.newsfold.cli.topic.OriginName;
import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import io.newsfold.kafka.outcome.OutcomeReport;
import io.newsfold.sink.LatestRows;
import io.newsfold.text.address.CanonicalUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsfold where}: the outcomes of an input and its records. */
@Command(
        name = "where",
        mixinStandardHelpOptions = true,
        description =
                "Prints each delivery of an input with its outcome, its latest record on each topic, its files, and"
                        + " the current version and story of the article.")
public final class WhereCommand implements Callable<Integer> {
    private static final Topic[] STAGES = {
        Topic.RECEIPTS, Topic.FINGERPRINTS, Topic.LINEAGE, Topic.ENRICHED, Topic.STORIES
    };

    /** What names one article in a file: its line, or its number in a list. */
    private static final Pattern PART = Pattern.compile("[:#]\\d+$");

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            paramLabel = "URL|ID|FILE",
            description =
                    "address, article id, raw key, or replayed file with the line or the number (as wire.jsonl:6, list.json#2)")
    private String what;

    @Mixin
    private OutOption out = new OutOption();

    @SuppressWarnings("NullAway.Init")
    public WhereCommand() {}

    @Override
    public Integer call() {
        Properties client = cluster.client();
        String key = CanonicalUrl.of(what).orElse(what);
        String id = ArticleId.of(key);
        OutcomeReport outcomes = OutcomeReport.read(client);
        List<OutcomeReport.Delivery> found = outcomes.deliveries().stream()
                .filter(e -> e.id().equals(id)
                        || e.id().equals(what)
                        || e.key().equals(what)
                        || OriginName.means(what, e.about().origin()))
                .toList();
        List<Rejection> atIngestion = outcomes.otherRejections().stream()
                .filter(r -> r.stage().equals(Rejection.INGEST))
                .filter(r -> OriginName.means(what, r.origin()) || r.origin().equals(key))
                .toList();
        atIngestion.forEach(r -> System.out.println(
                "rejected  before the topic  fetched " + r.fetched() + "  " + r.origin() + "  " + reason(r)));
        if (found.isEmpty()) {
            if (!atIngestion.isEmpty()) {
                return ExitCodes.OK;
            }
            List<String> parts = outcomes.deliveries().stream()
                    .map(delivery -> delivery.about().origin())
                    .filter(origin ->
                            OriginName.means(what, PART.matcher(origin).replaceFirst("")))
                    .distinct()
                    .sorted()
                    .toList();
            System.err.println("newsfold: "
                    + (parts.isEmpty()
                            ? "there is no delivery of " + what
                            : what + " has " + parts.size() + " deliveries: name one, as " + parts.get(0)));
            return ExitCodes.INPUT;
        }
        found.forEach(WhereCommand::print);
        if (out.existing().isEmpty()) {
            System.err.println(
                    "newsfold: there is no output folder " + out.path() + ": its files are not looked at (--out)");
        }
        found.stream().map(OutcomeReport.Delivery::id).distinct().forEach(article -> printRecords(article, client));
        CurrentArticles.read(client).find(found.get(0).id()).ifPresent(WhereCommand::print);
        return ExitCodes.OK;
    }

    private static void print(OutcomeReport.Delivery entry) {
        String why = "";
        if (entry.rejection() != null) {
            why = "  " + reason(entry.rejection());
        } else if (entry.setAside() != null) {
            why = "  " + entry.setAside().code() + ": " + entry.setAside().meaning();
        }
        System.out.println(entry.outcome().name().toLowerCase(Locale.ROOT) + "  " + entry.at() + "  fetched "
                + entry.about().fetched() + "  " + entry.about().origin() + why);
    }

    private static String reason(Rejection rejection) {
        return rejection.reason().name().toLowerCase(Locale.ROOT) + ": " + rejection.message();
    }

    /** Prints the latest record of an article on each topic, and its files. */
    private void printRecords(String id, Properties client) {
        try (TopicReader reader = TopicReader.fromBeginning(client, STAGES)) {
            Map<String, String> last = new LinkedHashMap<>();
            List.of(STAGES).forEach(topic -> last.put(topic.topicName(), ""));
            reader.readToEnd(entry -> {
                if (id.equals(entry.key())) {
                    last.put(
                            entry.topic(),
                            new Coordinates(entry.topic(), entry.partition(), entry.offset())
                                    + (entry.value() == null ? "  withdrawn" : ""));
                }
            });
            last.values().stream().filter(at -> !at.isEmpty()).forEach(at -> System.out.println("  " + at));
        }
        out.existing()
                .ifPresent(folder -> LatestRows.places(folder, Topic.ENRICHED)
                        .getOrDefault(id, List.of())
                        .forEach(file -> System.out.println("  " + folder.resolve(file))));
    }

    private static void print(EnrichedArticle enriched) {
        var place = enriched.place();
        System.out.println("article " + enriched.article().id() + ", revision "
                + enriched.article().versions().size() + ": "
                + enriched.article().text().headline());
        System.out.println(place.lineage().relation().name().toLowerCase(Locale.ROOT)
                + (place.lineage().parent() == null
                        ? ""
                        : " of " + place.lineage().parent())
                + " in story " + place.story().id() + ": " + place.story().headline());
    }
}
