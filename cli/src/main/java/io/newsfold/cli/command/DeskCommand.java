package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.WebOptions;
import io.newsfold.cli.pipeline.FolderCheck;
import io.newsfold.cli.pipeline.GracefulShutdown;
import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.desk.web.WebServer;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold desk}: the desk alone, on a cluster. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description = "Serves the web pages and the HTTP interface, until stopped.")
public final class DeskCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private WebOptions web = new WebOptions();

    @SuppressWarnings("NullAway.Init")
    public DeskCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        web.check();
        FolderCheck.requireWritable("--data", cluster.data());
        Properties client = cluster.client();
        try (GracefulShutdown shutdown = GracefulShutdown.onSignal();
                Metrics metrics = new Metrics();
                WebServer server = web.start(client, cluster.data(), metrics)) {
            System.out.println("newsfold: the desk is at " + server.address());
            shutdown.awaitSignal();
        }
        return ExitCodes.OK;
    }
}
