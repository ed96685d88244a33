package io.newsfold.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.ingest.source.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The texts that the stages read as filters: JSON Lines with {@code text}, of a file or of standard input. */
final class TextLines {
    private TextLines() {}

    /**
     * Opens the input.
     *
     * @param file {@code -} for standard input
     * @throws InputException where there is no such file
     */
    static BufferedReader open(String file) throws IOException {
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            throw new InputException("there is no file " + file);
        }
        return new BufferedReader(
                new InputStreamReader(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)), UTF_8));
    }

    /**
     * Passes on each line that is not blank.
     *
     * @return the number of lines
     * @throws InputException where a line is no JSON or has no text
     */
    static int forEach(BufferedReader in, String file, Consumer<JsonNode> action) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                action.accept(article(line, file + ":" + number));
            }
        }
        return number;
    }

    private static JsonNode article(String line, String place) {
        JsonNode article;
        try {
            article = Json.reader(JsonNode.class).readTree(line);
        } catch (IOException e) {
            throw new InputException(place + " is not JSON", e);
        }
        if (!article.path("text").isTextual()) {
            throw new InputException(place + " has no text");
        }
        return article;
    }

    /** Says that the input has no text. */
    static void reportNone(String file) {
        System.err.println("newsfold: there is no text in " + (file.equals("-") ? "standard input" : file));
    }
}
