package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.mistake.Answer;
import io.newsfold.cli.mistake.Mistake;
import io.newsfold.cli.mistake.MistakeCase;
import io.newsfold.cli.mistake.MistakeList;
import io.newsfold.cli.mistake.MistakeRun;
import io.newsfold.cli.mistake.MistakeTable;
import io.newsfold.cli.mistake.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each command answers each of ten mistakes with a code and a sentence; docs/mistakes.md has them all. */
class MistakesTest {
    private static final Path PAGE = Path.of("..", "docs", "mistakes.md");
    private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at \\S+\\(|\\w(Exception|Error): |^Caused by");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    MistakesTest() {}

    @Test
    void everyCommandHasEveryMistake() throws IOException {
        Set<String> expected = new TreeSet<>();
        commands(Newsfold.commandLine(""))
                .forEach(command ->
                        Stream.of(Mistake.values()).forEach(mistake -> expected.add(command + ": " + mistake.title())));

        Set<String> listed = new TreeSet<>();
        MistakeList.read()
                .forEach(made ->
                        listed.add(made.command() + ": " + made.mistake().title()));

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void eachMistakeHasItsCodeAndItsSentence() throws Exception {
        String before = Files.exists(PAGE) ? Files.readString(PAGE).replace("\r", "") : "";
        Map<Mistake, String> skipped = new EnumMap<>(Mistake.class);
        MistakeTable table = new MistakeTable();
        List<String> faults = new ArrayList<>();
        try (Surroundings surroundings = new Surroundings(folder);
                MistakeRun runs = new MistakeRun(surroundings, MistakesTest::command)) {
            if (!surroundings.hasFullDisk()) {
                System.err.println("skipped: the full disk, because no small disk can be mounted here");
                skipped.put(Mistake.FULL_DISK, MistakeTable.section(before, Mistake.FULL_DISK));
            }
            List<MistakeCase> cases = MistakeList.read().stream()
                    .filter(made -> !skipped.containsKey(made.mistake()))
                    .sorted(Comparator.comparing(MistakesTest::turn))
                    .toList();
            for (MistakeCase made : cases) {
                if (made.exemption() != null) {
                    table.add(made, made.exemption());
                    continue;
                }
                Answer answer = runs.answer(made);
                String sentence = runs.sentence(made, answer);
                table.add(made, answer.code(), sentence);
                if (isFault(answer, sentence)) {
                    faults.add(made.line() + ": " + answer);
                }
            }
        }
        String page = table.page(skipped);

        if (System.getProperty("golden") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(faults).as("empty, a bug, or a stack trace").isEmpty();
        assertThat(PAGE).as("./newsfold golden rewrites it").content().isEqualTo(page);
    }

    /** The pipeline is to be empty where that is the mistake, and what gets a signal has sent something by then. */
    private static int turn(MistakeCase made) {
        if (made.mistake() == Mistake.EMPTY_INPUT) {
            return 0;
        }
        return made.mistake() == Mistake.INTERRUPTED ? 2 : 1;
    }

    private static boolean isFault(Answer answer, String sentence) {
        return sentence.isEmpty()
                || answer.code() == CommandLine.ExitCode.SOFTWARE
                || answer.code() < 0
                || answer.lines().stream()
                        .anyMatch(line -> STACK_TRACE.matcher(line).find());
    }

    private static Answer command(List<String> arguments) {
        Run run = Run.command(Path.of(""), arguments.toArray(String[]::new));
        return Answer.of(run.code(), run.stderr(), run.stdout());
    }

    /** The names of all commands, those below others with the name of the one above. */
    private static Stream<String> commands(CommandLine newsfold) {
        return newsfold.getSubcommands().entrySet().stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(command.getKey()),
                        command.getValue().getSubcommands().keySet().stream()
                                .filter(name -> !name.equals("help"))
                                .map(name -> command.getKey() + " " + name)));
    }
}
