package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.GazetteerOption;
import io.newsfold.cli.option.HealthOption;
import io.newsfold.cli.option.LogOption;
import io.newsfold.cli.pipeline.Metrics;
import io.newsfold.enrich.stream.EnrichConfig;
import io.newsfold.enrich.stream.EnrichJob;
import io.newsfold.enrich.tag.AliasTable;
import io.newsfold.kafka.Cluster;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold enrich}: the job alone, on a cluster; start more of it to scale. */
@Command(
        name = "enrich",
        mixinStandardHelpOptions = true,
        description = "Runs the job alone on a Kafka cluster; start it several times to share the work.")
public final class EnrichCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private HealthOption health = new HealthOption();

    @Mixin
    @SuppressWarnings("UnusedVariable") // Newsfold looks for it before
    private LogOption log = new LogOption();

    @Option(
            names = "--partitions",
            defaultValue = "4",
            description = "of the keyed topics, when they are made (default: ${DEFAULT-VALUE})")
    private int partitions;

    @Option(
            names = "--shards",
            defaultValue = "1",
            description = "into which the search for pairs is divided (default: ${DEFAULT-VALUE})")
    private int shards;

    @Option(names = "--threads", defaultValue = "2", description = "of this process (default: ${DEFAULT-VALUE})")
    private int threads;

    @Mixin
    private GazetteerOption gazetteer = new GazetteerOption();

    @Override
    public Integer call() throws InterruptedException {
        AliasTable aliases = gazetteer.aliases();
        Properties client = cluster.client();
        int there;
        try (Cluster kafka = new Cluster(client)) {
            kafka.createTopics(partitions);
            there = kafka.partitions();
        }
        EnrichConfig config =
                new EnrichConfig(client, cluster.data().resolve("state"), there, shards, threads, 100, aliases);
        try (Metrics metrics = new Metrics();
                EnrichJob job = EnrichJob.start(config, metrics.registry())) {
            Runtime.getRuntime().addShutdownHook(new Thread(job::close, "drain"));
            health.serve(metrics, job::trouble);
            while (true) {
                job.throwFailure();
                Thread.sleep(500);
            }
        }
    }
}
