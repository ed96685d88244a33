package io.newsfold.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.cli.option.TopicRulesOption;
import io.newsfold.contract.Json;
import io.newsfold.contract.MediaTopic;
import io.newsfold.enrich.classify.TopicClassifier;
import io.newsfold.enrich.classify.TopicRules;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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
        try (BufferedReader in = TextLines.open(file)) {
            TopicClassifier classifier = new TopicClassifier(rules.rules());
            int lines = TextLines.forEach(in, file, article -> classify(article, classifier));
            out.flush();
            if (lines == 0) {
                TextLines.reportNone(file);
            }
        }
        return ExitCodes.OK;
    }

    private void classify(JsonNode article, TopicClassifier classifier) {
        List<MediaTopic> topics = classifier.topics(
                article.path("headline").asText(), article.path("text").asText());
        out.println(Json.text(
                new ClassifiedText("newsfold/classify/1", article.path("id").asText(), topics)));
    }
}
