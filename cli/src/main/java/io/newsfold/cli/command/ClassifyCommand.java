package io.newsfold.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.cli.option.TopicRulesOption;
import io.newsfold.contract.Json;
import io.newsfold.contract.MediaTopic;
import io.newsfold.enrich.classify.TopicClassifier;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.ingest.source.InputException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold classify}: the classify stage as a filter, without a broker. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads JSON Lines of id and text, and headline where there is one, of English articles; prints the topics of each"
                    + " as JSON Lines; needs no broker."
        })
public final class ClassifyCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            defaultValue = "-",
            paramLabel = "FILE|-",
            description = "JSON Lines; - reads standard input")
    private String file;

    @Option(names = "--print-rules", description = "print the rules that we ship, to edit them, and end")
    private boolean printRules;

    @Mixin
    private TopicRulesOption rules = new TopicRulesOption();

    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);

    @SuppressWarnings("NullAway.Init")
    public ClassifyCommand() {}

    /** A line of the output. */
    private record ClassifiedText(String schema, String id, List<MediaTopic> about) {}

    @Override
    public Integer call() throws IOException {
        if (printRules) {
            out.print(TopicRules.shippedText());
            out.flush();
            return ExitCodes.OK;
        }
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            throw new InputException("there is no file " + file);
        }
        int number = 0;
        TopicClassifier classifier = new TopicClassifier(rules.rules());
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    classify(line, number, classifier);
                }
            }
        }
        out.flush();
        if (number == 0) {
            System.err.println("newsfold: there is no text in " + (file.equals("-") ? "standard input" : file));
        }
        return ExitCodes.OK;
    }

    private void classify(String line, int number, TopicClassifier classifier) {
        JsonNode article;
        try {
            article = Json.reader(JsonNode.class).readTree(line);
        } catch (IOException e) {
            throw new InputException(file + ":" + number + " is not JSON", e);
        }
        if (!article.path("text").isTextual()) {
            throw new InputException(file + ":" + number + " has no text");
        }
        List<MediaTopic> topics = classifier.topics(
                article.path("headline").asText(), article.path("text").asText());
        out.println(Json.text(
                new ClassifiedText("newsfold/classify/1", article.path("id").asText(), topics)));
    }
}
