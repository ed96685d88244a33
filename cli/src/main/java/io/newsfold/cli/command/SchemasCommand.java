package io.newsfold.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code newsfold schemas}: prints the JSON Schemas of the records. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of the records of a topic; without a topic, the topics that have one.")
public final class SchemasCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "name of a topic, as articles.enriched")
    private @Nullable String name;

    @Override
    public Integer call() {
        if (name == null) {
            Arrays.stream(Topic.values())
                    .filter(topic -> topic != Topic.RAW)
                    .map(Topic::topicName)
                    .forEach(System.out::println);
            return ExitCodes.OK;
        }
        System.out.println(schema(name));
        return ExitCodes.OK;
    }

    private static String schema(String name) {
        String names = Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.RAW)
                .map(Topic::topicName)
                .collect(Collectors.joining(", "));
        try (InputStream in = Topic.class.getResourceAsStream("schema/" + name + ".schema.json")) {
            if (in == null) {
                throw new InputException("there is no schema " + name + "; there are " + names);
            }
            return new String(in.readAllBytes(), UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema of " + name, e);
        }
    }
}
