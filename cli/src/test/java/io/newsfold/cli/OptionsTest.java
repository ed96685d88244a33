package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Options are alike on all commands. */
class OptionsTest {
    OptionsTest() {}

    @Test
    void anOptionMeansTheSameOnEachCommandThatHasIt() {
        Map<String, Set<String>> meanings = new TreeMap<>();
        options(Newsfold.commandLine(""))
                .filter(option -> !option.hidden())
                .forEach(option -> Stream.of(option.names())
                        .forEach(name -> meanings.computeIfAbsent(name, n -> new TreeSet<>())
                                .add(meaning(option))));

        assertThat(meanings)
                .hasSizeGreaterThan(50)
                .allSatisfy((name, texts) -> assertThat(texts).as(name).hasSize(1));
    }

    @Test
    void anOptionWithOneMeaningIsWrittenOnce() {
        Map<String, Set<String>> homes = new TreeMap<>();
        options(Newsfold.commandLine(""))
                .filter(option -> Set.of("--data", "--out", "--json", "--quiet", "--bootstrap-servers", "--since")
                        .contains(option.longestName()))
                .forEach(option -> homes.computeIfAbsent(option.longestName(), n -> new TreeSet<>())
                        .add(String.valueOf(((Field) option.userObject())
                                .getDeclaringClass()
                                .getSimpleName())));

        assertThat(homes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "--data", Set.of("DataOption"),
                        "--out", Set.of("OutOption"),
                        "--json", Set.of("JsonOption"),
                        "--quiet", Set.of("QuietOption"),
                        "--bootstrap-servers", Set.of("ClusterOptions"),
                        "--since", Set.of("SinceOption")));
    }

    /** The description without values and defaults, which follow a colon or stand in parentheses. */
    private static String meaning(OptionSpec option) {
        return String.join(" ", option.description()).split("[:(]", 2)[0].strip();
    }

    private static Stream<OptionSpec> options(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().options().stream(),
                command.getSubcommands().entrySet().stream()
                        .filter(below -> !below.getKey().equals("help")) // it is not ours
                        .flatMap(below -> options(below.getValue())));
    }
}
