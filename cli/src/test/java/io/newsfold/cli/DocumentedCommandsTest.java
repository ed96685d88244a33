package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command lines of the documentation name commands and options that there are. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");
    /** A line of a block of commands, or words of code in a sentence. */
    private static final Pattern COMMAND_LINE = Pattern.compile(
            "(?m)^ {4}(?:.*[|(] *|)(?:\\./)?newsfold (?<block>[^#|)\\n]*)|`(?:\\./)?newsfold (?<words>[^`]*)`");

    /** What the script {@code newsfold} does by itself. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("test", "golden", "chaos", "bench", "fuzz");

    /** Says what there was before. */
    private static final String CHANGES = "changelog.md";

    DocumentedCommandsTest() {}

    @Test
    void eachCommandLineOfTheDocumentationNamesCommandsAndOptionsThatThereAre() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path page : pages()) {
            Matcher found = COMMAND_LINE.matcher(Files.readString(page).replace("\r", ""));
            while (found.find()) {
                lines.add(found.group("block") == null ? found.group("words") : found.group("block"));
            }
        }

        assertThat(lines)
                .hasSizeGreaterThan(80)
                .allSatisfy(line -> assertThat(unknownWords(line)).as(line).isEmpty());
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(Newsfold.commandLine("").getSubcommands().keySet())
                .filteredOn(command -> !Set.of("help", "completion", "link").contains(command))
                .allSatisfy(command -> assertThat(readme).containsPattern("newsfold " + command + "\\b"));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "seeds/README.md")
                                    .map(ROOT::resolve),
                            docs.filter(page -> page.toString().endsWith(".md") && !page.endsWith(CHANGES))
                                    .filter(page -> !page.endsWith("mistakes.md")))
                    .toList();
        }
    }

    /** The command, where there is none of this name, and the options that it does not have. */
    private static List<String> unknownWords(String line) {
        List<String> words = Arrays.stream(line.strip().split("\\s+"))
                .takeWhile(word -> !Set.of(">", "<", "&&", "…").contains(word))
                .toList();
        String name = words.get(0);
        if (OF_THE_SCRIPT.contains(name) || name.startsWith("-") || !name.matches("[a-z-]+")) {
            return List.of();
        }
        CommandLine command = Newsfold.commandLine("").getSubcommands().get(name);
        if (command == null) {
            return List.of(name);
        }
        CommandLine below = words.size() > 1 ? command.getSubcommands().get(words.get(1)) : null;
        Set<String> known =
                (below == null ? command : below).getCommandSpec().optionsMap().keySet();
        return words.stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.replaceFirst("[=,;:.].*", ""))
                .filter(option -> !known.contains(option) && !known.contains(option.replaceFirst("--", "--no-")))
                .collect(Collectors.toList());
    }
}
