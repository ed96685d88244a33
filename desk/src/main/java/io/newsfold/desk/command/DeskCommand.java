package io.newsfold.desk.command;

import io.newsfold.desk.web.WebServer;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold desk}: the pages alone, beside a pipeline that runs elsewhere. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description = "Serves the pages and the interface for programs, until stopped.")
public final class DeskCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private WebOptions web = new WebOptions();

    @SuppressWarnings("NullAway.Init")
    public DeskCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        Properties client = cluster.client();
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (WebServer server = web.start(client, cluster.data())) {
            System.out.println("newsfold: the desk is at " + server.address());
            stop.await();
        } finally {
            stopped.countDown();
        }
        return ExitCodes.OK;
    }
}
