package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.WebOptions;
import io.newsfold.cli.pipeline.GracefulShutdown;
import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.desk.web.WebServer;
import java.util.Properties;
import java.util.concurrent.Callable;
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
        try (GracefulShutdown drain = GracefulShutdown.onSignal();
                Metrics metrics = new Metrics();
                WebServer server = web.start(client, cluster.data(), metrics)) {
            System.out.println("newsfold: the desk is at " + server.address());
            drain.awaitSignal();
        }
        return ExitCodes.OK;
    }
}
