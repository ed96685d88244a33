package io.newsfold.cli.command;

import io.newsfold.cli.option.ClusterOptions;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold tail}: prints the records of a topic as they arrive. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Prints the records of a topic as JSON, one a line, and new ones as they arrive.")
public final class TailCommand implements Callable<Integer> {
    /** A topic by its name for people. */
    enum What {
        ARTICLES(Topic.ENRICHED),
        STORIES(Topic.STORIES),
        CHANGES(Topic.CHANGES),
        REJECTED(Topic.REJECTED);

        private final Topic topic;

        What(Topic topic) {
            this.topic = topic;
        }
    }

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            arity = "0..1",
            defaultValue = "articles",
            paramLabel = "WHAT",
            description = "articles, stories, changes or rejected (default: ${DEFAULT-VALUE})")
    private What what;

    @Option(names = "--from-beginning", description = "begin with the oldest record, not with the next one")
    private boolean fromBeginning;

    @Option(names = "--once", description = "stop when all work is done: at the end of the topic")
    private boolean once;

    @SuppressWarnings("NullAway.Init")
    public TailCommand() {}

    @Override
    public Integer call() {
        Properties client = cluster.client();
        try (TopicReader reader = fromBeginning || once
                ? TopicReader.fromBeginning(client, what.topic)
                : TopicReader.fromEnd(client, what.topic)) {
            if (once) {
                printAll(reader);
            } else {
                System.err.println("newsfold: waiting for records of " + what.topic.topicName() + "; Ctrl-C stops");
                reader.follow(() -> !System.out.checkError(), entry -> print(entry.key(), entry.value()));
            }
        }
        return ExitCodes.OK;
    }

    private void printAll(TopicReader reader) {
        AtomicLong count = new AtomicLong();
        reader.readToEnd(entry -> {
            count.incrementAndGet();
            print(entry.key(), entry.value());
        });
        if (count.get() == 0) {
            System.err.println("newsfold: there is no record on " + what.topic.topicName());
        }
    }

    private static void print(String key, byte[] value) {
        System.out.println(
                value == null
                        ? "{\"id\":\"" + key + "\",\"withdrawn\":true}"
                        : new String(value, StandardCharsets.UTF_8));
    }
}
