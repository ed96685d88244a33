package io.newsfold.cli.command;

import io.newsfold.cli.option.AddressList;
import io.newsfold.cli.option.AllowedHostsOption;
import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.Fetcher;
import io.newsfold.ingest.web.PageFetcher;
import io.newsfold.ingest.web.Robots;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold fetch}: fetches single web pages. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = "Fetches pages and publishes them to a running pipeline, with a line for each.")
public final class FetchCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private AllowedHostsOption allow = new AllowedHostsOption();

    @Mixin
    private AddressList list = new AddressList();

    @Option(names = "--ignore-robots", description = "ignore robots.txt")
    private boolean ignoreRobots;

    @Override
    public Integer call() {
        List<String> addresses = list.addresses();
        InstantSource clock = InstantSource.system();
        List<Delivery> deliveries = new ArrayList<>();
        int code = ExitCodes.OK;
        try (Fetcher fetcher = new Fetcher(allow.hosts(), clock)) {
            PageFetcher pages = new PageFetcher(fetcher, ignoreRobots ? null : new Robots(fetcher, clock), clock);
            for (String address : addresses) {
                Delivery delivery = pages.fetch(address, About.of(clock.instant(), address, null))
                        .delivery();
                Refusal refusal = delivery.refusal();
                if (refusal == null) {
                    deliveries.add(delivery);
                    System.out.println("fetched  " + delivery.key());
                    continue;
                }
                System.err.println("newsfold: " + address + " is not fetched: " + refusal.message());
                if (isPage(refusal.reason())) {
                    deliveries.add(delivery);
                    code = Math.max(code, ExitCodes.SOME_REJECTED);
                } else {
                    code = ExitCodes.INPUT;
                }
            }
        }
        if (!deliveries.isEmpty()) {
            publish(deliveries);
        }
        return code;
    }

    /** Whether the page exists but is refused. For all other reasons there is no page, as if a file were missing. */
    private static boolean isPage(Reason reason) {
        return reason == Reason.ROBOTS || reason == Reason.TOO_LARGE;
    }

    private void publish(List<Delivery> deliveries) {
        try (RawProducer producer = new RawProducer(cluster.client())) {
            deliveries.forEach(producer::publish);
            producer.flush();
        }
    }
}
