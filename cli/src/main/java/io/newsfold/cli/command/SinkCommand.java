package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.FilesOptions;
import io.newsfold.cli.option.MonitoringOptions;
import io.newsfold.cli.option.PartitionsOption;
import io.newsfold.cli.option.TopicOptions;
import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.kafka.BrokerWatch;
import io.newsfold.sink.FaultPoint;
import io.newsfold.sink.FileSink;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold sink}: the sink alone, on a cluster. */
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        description = "Writes the articles and stories of a Kafka cluster to files, until stopped.")
public final class SinkCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private MonitoringOptions monitoring = new MonitoringOptions();

    @Mixin
    private FilesOptions files = new FilesOptions();

    @Mixin
    private TopicOptions topics = new TopicOptions();

    @Mixin
    private PartitionsOption partitions = new PartitionsOption(4);

    @SuppressWarnings("NullAway.Init")
    public SinkCommand() {}

    @Override
    public Integer call() {
        FileSink.Config config = config();
        monitoring.check();
        files.check();
        Properties client = cluster.client();
        topics.prepare(client, partitions);
        CountDownLatch done = new CountDownLatch(1);
        try (Metrics metrics = new Metrics();
                BrokerWatch watch = new BrokerWatch(client)) {
            FileSink sink = new FileSink(client, config, metrics.registry());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(sink, done), "drain"));
            monitoring.serve(metrics, () -> watch.trouble().or(sink::trouble));
            sink.run();
        } finally {
            done.countDown();
        }
        return ExitCodes.OK;
    }

    /** Tests set a fault point in the environment. */
    private FileSink.Config config() {
        FileSink.Config config = files.config();
        return FaultPoint.from(System.getenv()).map(config::failingAt).orElse(config);
    }

    private static void drain(FileSink sink, CountDownLatch done) {
        sink.close();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
