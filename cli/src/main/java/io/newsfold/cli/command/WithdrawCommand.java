package io.newsfold.cli.command;

import io.newsfold.cli.option.AddressList;
import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.contract.ArticleId;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.kafka.outcome.OutcomeReport;
import io.newsfold.text.address.CanonicalUrl;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold withdraw}: takes articles back. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Withdraws articles by address or id: they leave their stories, the topics' current state and latest.",
            "A text that is fetched later publishes the article again, an earlier one does not.",
            "Exit code 4, and nothing is withdrawn, where one of the articles was never delivered."
        })
public final class WithdrawCommand implements Callable<Integer> {
    private static final String ORIGIN = "newsfold withdraw";

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private AddressList list = new AddressList();

    @Override
    public Integer call() {
        List<String> names = list.addresses();
        Properties client = cluster.client();
        Map<String, String> keys = keys(client);
        List<String> missing = new ArrayList<>();
        List<String> withdrawn = new ArrayList<>();
        for (String name : names) {
            String key = CanonicalUrl.of(name).orElse(name);
            String known = keys.getOrDefault(ArticleId.of(key), keys.get(name));
            if (known == null) {
                missing.add(name);
            } else {
                withdrawn.add(known);
            }
        }
        if (!missing.isEmpty()) {
            missing.forEach(name -> System.err.println("newsfold: nothing was ever delivered under " + name));
            if (!withdrawn.isEmpty()) {
                System.err.println("newsfold: nothing was withdrawn");
            }
            return ExitCodes.INPUT;
        }
        publish(withdrawn, client);
        withdrawn.forEach(key -> System.out.println("withdrawn  " + ArticleId.of(key) + "  " + key));
        return ExitCodes.OK;
    }

    /** The raw key of each article that was delivered, by article id and by itself. */
    private static Map<String, String> keys(Properties client) {
        Map<String, String> keys = new HashMap<>();
        OutcomeReport.read(client).deliveries().stream()
                .filter(OutcomeReport.Delivery::hasText)
                .forEach(delivery -> {
                    keys.put(delivery.id(), delivery.key());
                    keys.put(delivery.key(), delivery.key());
                });
        return keys;
    }

    private static void publish(List<String> keys, Properties client) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try (RawProducer producer = new RawProducer(client)) {
            keys.forEach(key -> producer.publish(Delivery.withdrawal(key, About.of(now, ORIGIN, null))));
            producer.flush();
        }
    }
}
