package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shells complete commands and options; help describes them. */
class CompletionTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    CompletionTest() {}

    @Test
    void bashReadsTheScriptWithoutComplaint() throws Exception {
        Path script = script("bash");

        assertThat(shell("bash", "-n", script.toString())).isEmpty();
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Path script = script("bash");
        String complete = "compopt() { :; }; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_newsfold;"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"";

        String commands = shell("bash", "-c", "source " + script + "; COMP_WORDS=(newsfold ver); " + complete);
        String options = shell("bash", "-c", "source " + script + "; COMP_WORDS=(newsfold sink --form); " + complete);

        assertThat(commands.strip()).isEqualTo("verify");
        assertThat(options.strip()).isEqualTo("--format");
    }

    @ParameterizedTest
    @CsvSource({"newsfold ver,verify", "newsfold rejected li,list", "newsfold sink --form,--format"})
    void fishCompletesCommandsAndOptions(String line, String completed) throws Exception {
        Assumptions.assumeTrue(isThere("fish"), "there is no fish on this machine");
        Path script = script("fish");

        String found = shell("fish", "--no-config", "-c", "source " + script + "; complete -C '" + line + "'");

        assertThat(found.lines().map(l -> l.split("\t", 2)[0])).contains(completed);
    }

    @Test
    void fishHasALineForEachOptionOfEachCommand() throws Exception {
        List<String> lines = Files.readAllLines(script("fish"));

        assertThat(lines)
                .contains("complete -c newsfold -n '__fish_seen_subcommand_from verify' -s h -l help"
                        + " -d 'Show this help message and exit.'")
                .filteredOn(line -> line.contains("-l format "))
                .hasSize(5); // run, sink, compact, export, quotes
    }

    @Test
    void zshReadsTheScriptWithoutComplaint() throws Exception {
        Assumptions.assumeTrue(isThere("zsh"), "there is no zsh on this machine");
        Path script = script("zsh");

        assertThat(shell("zsh", "-f", "-c", "source " + script + "; print $_comps[newsfold]"))
                .contains("_bash_complete");
    }

    @Test
    void helpDescribesACommand() {
        Run help = Run.command(folder, "help", "rejected");
        Run same = Run.command(folder, "rejected", "--help");

        assertThat(help.code()).isZero();
        assertThat(help.stdout()).isEqualTo(same.stdout()).startsWith("Usage: newsfold rejected");
    }

    @Test
    void helpListsTheExitCodes() {
        Run help = Run.command(folder, "--help");

        assertThat(help.stdout())
                .containsPattern("\n +0 +all input accepted\n")
                .containsPattern("\n +143 +stopped by SIGTERM after a clean drain\n");
    }

    private Path script(String shell) throws IOException {
        Run run = Run.command(folder, "completion", shell);
        assertThat(run.code()).as(run.stderr()).isZero();
        return Files.writeString(folder.resolve("newsfold." + shell), run.stdout());
    }

    private static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }

    /** The output of a program, errors included. */
    private static String shell(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
