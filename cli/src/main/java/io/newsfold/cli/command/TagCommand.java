package io.newsfold.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.cli.option.TaggerOptions;
import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Json;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.text.language.LanguageDetector;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsfold tag}: the tag stage as a filter, without a broker. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = {
            "Reads JSON Lines of id and text, prints the entities of each as JSON Lines; needs no broker.",
            "A line may also have headline and inLanguage (default: what the text is in)."
        })
public final class TagCommand implements Callable<Integer> {
    /** Below this confidence a text may as well be English. */
    private static final double CERTAIN = 0.9;

    private static final Map<EntityType, String> COLOURS = Map.of(
            EntityType.PERSON, "cyan",
            EntityType.ORGANISATION, "magenta",
            EntityType.PLACE, "green",
            EntityType.EVENT, "yellow",
            EntityType.WORK, "yellow",
            EntityType.GROUP, "blue");

    @Parameters(
            arity = "0..1",
            defaultValue = "-",
            paramLabel = "FILE|-",
            description = "JSON Lines, or plain text with --plain; - reads standard input")
    private String file;

    @Option(names = "--plain", description = "read plain text and print it with its entities in colour")
    private boolean plain;

    @Option(names = "--text", hidden = true, description = "the former name of --plain")
    private boolean text;

    @Mixin
    private TaggerOptions options = new TaggerOptions();

    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);

    @SuppressWarnings("NullAway.Init")
    public TagCommand() {}

    /** A line of the output. */
    private record TaggedText(String schema, String id, List<Entity> entities) {}

    @Override
    public Integer call() throws IOException {
        int number;
        try (BufferedReader in = TextLines.open(file)) {
            Tagger tagger = options.tagger(null);
            if (plain || text) {
                String body = in.lines().reduce((a, b) -> a + "\n" + b).orElse("");
                number = body.isBlank() ? 0 : 1;
                printInColour(body, tagger);
            } else {
                number = TextLines.forEach(in, file, article -> tag(article, tagger));
            }
        }
        out.flush();
        if (number == 0) {
            TextLines.reportNone(file);
        }
        return ExitCodes.OK;
    }

    private void tag(JsonNode article, Tagger tagger) {
        String text = article.path("text").asText();
        String language =
                article.hasNonNull("inLanguage") ? article.path("inLanguage").asText() : language(text);
        List<Entity> entities = tagger.entities(article.path("headline").asText(), text, language);
        out.println(
                Json.text(new TaggedText("newsfold/tag/1", article.path("id").asText(), entities)));
    }

    private void printInColour(String body, Tagger tagger) {
        Map<Integer, Marked> marks = new TreeMap<>();
        for (Entity entity : tagger.entities("", body, language(body))) {
            entity.mentions()
                    .forEach(mention -> marks.put(
                            body.offsetByCodePoints(0, mention.start()),
                            new Marked(entity, body.offsetByCodePoints(0, mention.end()))));
        }
        int last = 0;
        for (Map.Entry<Integer, Marked> mark : marks.entrySet()) {
            if (mark.getKey() >= last) {
                out.print(body.substring(last, mark.getKey()));
                out.print(mark.getValue().coloured(body.substring(mark.getKey(), mark.getValue().end)));
                last = mark.getValue().end;
            }
        }
        out.println(body.substring(last));
    }

    private record Marked(Entity entity, int end) {
        String coloured(String words) {
            String colour = COLOURS.getOrDefault(entity.type(), "faint");
            String type = entity.type().name().toLowerCase(Locale.ROOT);
            String name = words.equals(entity.name()) ? "" : " " + entity.name();
            String id = entity.wikidata() == null ? "" : " " + entity.wikidata();
            return Ansi.AUTO.text("@|bold," + colour + " [|@").toString()
                    + words
                    + Ansi.AUTO.text("@|faint,italic  " + type + id + "|@")
                    + name
                    + Ansi.AUTO.text("@|bold," + colour + " ]|@");
        }
    }

    /** The language of a text; English where it is short or mixed. */
    private static String language(String text) {
        LanguageDetector.Guess guess = LanguageDetector.of(text);
        return guess.confidence() < CERTAIN ? "en" : guess.code();
    }
}
