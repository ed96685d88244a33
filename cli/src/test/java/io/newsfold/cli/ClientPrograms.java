package io.newsfold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs programs in Python and Node, where they and the libraries that the programs need are installed.
 *
 * @param folder in which they run; Node finds its libraries there as long as one of its programs runs
 */
record ClientPrograms(Path folder) {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();

    /** The end of a program with what it printed, errors included. */
    record Ended(int code, String output) {}

    /** A Python that has these modules. */
    Optional<String> python(String... modules) {
        return Stream.of("python3", "/usr/bin/python3")
                .filter(python -> runs(python, "-c", "import " + String.join(", ", modules)))
                .findFirst();
    }

    /** The folder of Node's packages that has kafkajs; empty where there is none, or no Node. */
    Optional<Path> nodePackages() {
        if (!runs("node", "--version")) {
            return Optional.empty();
        }
        String path = Objects.requireNonNullElse(System.getenv("NODE_PATH"), "");
        return Stream.concat(
                        Stream.of(path.split(File.pathSeparator)).map(Path::of),
                        Stream.of(EXAMPLES.resolve("node_modules")))
                .filter(packages -> Files.isDirectory(packages.resolve("kafkajs")))
                .findFirst();
    }

    /** Runs a program of Node, which looks for packages beside the program only. */
    Ended node(Path packages, Path program, String... arguments) throws IOException {
        Path link = folder.resolve("node_modules");
        Path copy = folder.resolve(String.valueOf(program.getFileName()));
        Files.copy(program, copy);
        Files.createSymbolicLink(link, packages.toAbsolutePath());
        try {
            return run(Stream.concat(Stream.of("node", copy.toString()), Stream.of(arguments))
                    .toList());
        } finally {
            Files.delete(link); // or the packages would be deleted with the folder
            Files.delete(copy);
        }
    }

    private boolean runs(String... command) {
        try {
            return run(List.of(command)).code() == 0;
        } catch (IOException e) { // it is not installed
            return false;
        }
    }

    /** Runs a program for two minutes at most. */
    Ended run(List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "program", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("LD_PRELOAD"); // a clock that is set for the tests is not the program's
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            String text = Files.readString(output, UTF_8);
            assertThat(ended).as(command + " ends; it printed " + text).isTrue();
            return new Ended(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
