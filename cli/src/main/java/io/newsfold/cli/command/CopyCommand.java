package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.cli.option.TargetOptions;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicCopy;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "0",
            description = "partitions of the keyed topics, where they are created (default: as many as here)")
    private int partitions;

    @Override
    public Integer call() {
        if (partitions < 0) {
            throw new IllegalArgumentException("--partitions takes a number from 1 on, not " + partitions);
        }
        Map<Topic, Long> counts = TopicCopy.copy(cluster.client(), target.client(), partitions);
        counts.forEach((topic, count) -> System.out.println(count + " records of " + topic.topicName()));
        System.out.println("copied; start newsfold enrich and newsfold sink on " + target.address());
        return ExitCodes.OK;
    }
}
