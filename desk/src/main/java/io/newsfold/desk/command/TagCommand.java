package io.newsfold.desk.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Json;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.ingest.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code newsfold tag}: the second stage as a filter, without a broker. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = "Reads JSON Lines of id and text, prints the entities of each as JSON Lines; needs no broker.")
public final class TagCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            defaultValue = "-",
            paramLabel = "FILE|-",
            description = "JSON Lines; - reads standard input")
    private String file;

    @SuppressWarnings("NullAway.Init")
    public TagCommand() {}

    /** A line of output. */
    private record Line(String schema, String id, List<Entity> entities) {}

    @Override
    public Integer call() throws IOException {
        if (!file.equals("-") && !Files.exists(Path.of(file))) {
            throw new InputException("there is no file " + file);
        }
        Tagger tagger = new Tagger();
        try (BufferedReader in = file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                JsonNode article = parse(line, number);
                List<Entity> entities = tagger.entities(
                        article.path("headline").asText(), article.path("text").asText(), Set.of());
                System.out.println(
                        Json.text(new Line("newsfold/tag/1", article.path("id").asText(), entities)));
            }
        }
        return ExitCodes.OK;
    }

    private JsonNode parse(String line, int number) {
        try {
            return Json.reader(JsonNode.class).readTree(line);
        } catch (IOException e) {
            throw new InputException(file + ":" + number + " is not JSON", e);
        }
    }
}
