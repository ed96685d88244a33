package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.TopicCopy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsfold copy}: copies the inputs of a pipeline to another cluster. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = {
            "Copies articles.raw, lineage.overrides and sources to another cluster, where everything else is made again:"
                    + " to more partitions, or to a new home.",
            "Keys, headers, times and the order of each key stay. Stop what sends to the old cluster first."
        })
public final class CopyCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--to", required = true, paramLabel = "HOST:PORT", description = "the cluster to copy to")
    private String target;

    @Option(
            names = "--to-config",
            paramLabel = "FILE",
            description = "properties for the clients of the other cluster: TLS, SASL, …")
    private @Nullable Path config;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "0",
            description = "partitions of the keyed topics there (default: as many as here)")
    private int partitions;

    @SuppressWarnings("NullAway.Init")
    public CopyCommand() {}

    @Override
    public Integer call() {
        if (partitions < 0) {
            throw new IllegalArgumentException("--partitions takes a number from 1 on, not " + partitions);
        }
        Properties to = ClientSettings.of(target, config);
        Map<Topic, Long> counts = TopicCopy.copy(cluster.client(), to, partitions);
        counts.forEach((topic, count) -> System.out.println(count + " records of " + topic.topicName()));
        System.out.println("copied; start newsfold enrich and newsfold sink on " + target);
        return ExitCodes.OK;
    }
}
