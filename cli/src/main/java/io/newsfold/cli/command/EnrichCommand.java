package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.JobOptions;
import io.newsfold.cli.option.MonitoringOptions;
import io.newsfold.cli.option.TopicOptions;
import io.newsfold.cli.pipeline.DataLock;
import io.newsfold.cli.pipeline.FolderCheck;
import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.stream.EnrichConfig;
import io.newsfold.enrich.stream.EnrichJob;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.kafka.BrokerWatch;
import io.newsfold.kafka.Cluster;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsfold enrich}: the job alone, on a cluster. */
@Command(
        name = "enrich",
        mixinStandardHelpOptions = true,
        description = "Runs the job alone on a Kafka cluster; several processes share the work.")
public final class EnrichCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private MonitoringOptions monitoring = new MonitoringOptions();

    @Mixin
    private TopicOptions topics = new TopicOptions();

    @Mixin
    private JobOptions options = new JobOptions(4);

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws InterruptedException {
        Tagger tagger = options.tagger(cluster.data());
        TopicRules rules = options.topics();
        options.check();
        monitoring.check();
        FolderCheck.requireWritable("--data", cluster.data());
        Path state = cluster.data().resolve("state");
        DataLock.requireFree(state);
        Properties client = cluster.client();
        int partitions = topics.prepare(client, options.partitions());
        requireShards(client);
        EnrichConfig config = new EnrichConfig(
                client,
                state,
                partitions,
                options.shards(),
                options.threads(),
                100,
                tagger,
                rules,
                options.crossLanguage());
        try (DataLock lock = DataLock.of(state);
                Metrics metrics = new Metrics();
                BrokerWatch watch = new BrokerWatch(client);
                EnrichJob job = EnrichJob.start(config, metrics.registry())) {
            Runtime.getRuntime().addShutdownHook(new Thread(job::close, "drain"));
            monitoring.serve(metrics, () -> watch.trouble().or(job::trouble));
            while (true) {
                job.throwFailure();
                Thread.sleep(500);
            }
        }
    }

    private void requireShards(Properties client) {
        try (Cluster there = new Cluster(client)) {
            there.requireShards(options.shards());
        }
    }
}
