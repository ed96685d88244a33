package io.newsfold.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code newsfold schemas}: prints the JSON Schemas of the records. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        description =
                "Prints the JSON Schema of the records of a topic; without a topic, the topics and their schemas.")
public final class SchemasCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "TOPIC",
            description = "name of a topic, as articles.enriched, or the field schema of a record")
    private @Nullable String name;

    @Override
    public Integer call() {
        if (name == null) {
            topics().forEach(topic -> System.out.printf("%-18s  %s%n", topic.topicName(), topic.schema()));
            return ExitCodes.OK;
        }
        System.out.println(schema(topic(name)));
        return ExitCodes.OK;
    }

    /** The topics with a schema: raw records are bytes as delivered. */
    private static Stream<Topic> topics() {
        return Arrays.stream(Topic.values()).filter(topic -> topic != Topic.RAW);
    }

    private static Topic topic(String name) {
        return topics().filter(topic -> name.equals(topic.topicName()) || name.equals(topic.schema()))
                .findFirst()
                .orElseThrow(() -> new InputException("there is no schema " + name + "; there are "
                        + topics().map(Topic::topicName).collect(Collectors.joining(", "))));
    }

    private static String schema(Topic topic) {
        String resource = "schema/" + topic.topicName() + ".schema.json";
        try (InputStream in = Objects.requireNonNull(Topic.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema of " + topic.topicName(), e);
        }
    }
}
