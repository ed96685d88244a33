package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.OutOption;
import io.newsfold.cli.topic.CurrentArticles;
import io.newsfold.contract.ArticleId;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.outcome.OutcomeReport;
import io.newsfold.sink.Compaction;
import io.newsfold.sink.ErasureReceipt;
import io.newsfold.text.address.CanonicalUrl;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsfold erasure-receipt}: the rows of an article that were removed, and those that remain. */
@Command(
        name = "erasure-receipt",
        mixinStandardHelpOptions = true,
        description = "Lists the rows of a withdrawn article that were removed, and those that remain; exit code 0 only"
                + " where no file has any.")
public final class ErasureReceiptCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private OutOption out = new OutOption();

    @Parameters(paramLabel = "URL|ID", description = "address or id of the article")
    private String what;

    @SuppressWarnings("NullAway.Init")
    public ErasureReceiptCommand() {}

    @Override
    public Integer call() {
        Properties client = cluster.client();
        String id = CanonicalUrl.of(what).map(ArticleId::of).orElse(what);
        OutcomeReport outcomes = OutcomeReport.read(client);
        if (!outcomes.hasText(id)) {
            throw new InputException("no text was ever delivered under " + what + " (looked through all of "
                    + Topic.RAW.topicName() + ")");
        }
        ErasureReceipt receipt = ErasureReceipt.of(out.required(client).folder(), id);
        boolean published = CurrentArticles.read(client).find(id).isPresent();
        System.out.println("article " + id + ": "
                + (published
                        ? "published, it was not withdrawn"
                        : "withdrawn from latest and " + Topic.ENRICHED.topicName()));
        for (Compaction.Erasure erasure : receipt.removed()) {
            System.out.println("removed   " + erasure.at() + "  " + erasure.rows() + " rows of " + erasure.file());
        }
        receipt.remaining()
                .forEach((file, rows) -> System.out.println("standing  " + rows + " rows in " + file
                        + (published ? "" : ": newsfold compact removes them")));
        long raw = outcomes.of(id).size();
        System.out.println("standing  " + raw + " records on " + Topic.RAW.topicName()
                + " and what the job made of them on its topics, until the cluster's retention or you delete them ("
                + Stream.of(Topic.values())
                        .filter(t -> t != Topic.RAW)
                        .map(Topic::topicName)
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ")");
        return receipt.remaining().isEmpty() && !published ? ExitCodes.OK : ExitCodes.DOES_NOT_ADD_UP;
    }
}
