package io.newsfold.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.ingest.source.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Addresses on the command line, in a file, or on standard input: one a line, empty lines and lines with # left out.
 */
public final class AddressList {
    @Parameters(arity = "0..*", paramLabel = "ADDRESS", description = "addresses; - reads them from standard input")
    private List<String> given = new ArrayList<>();

    @Option(names = "--from-file", paramLabel = "FILE", description = "file with one address a line")
    private @Nullable Path file;

    /**
     * All addresses, each once, in the order given.
     *
     * @throws IllegalArgumentException where none is asked for
     * @throws InputException where the file cannot be read, or has none
     */
    public List<String> addresses() {
        List<String> all = new ArrayList<>();
        given.forEach(name -> all.addAll(name.equals("-") ? standardInput() : List.of(name)));
        if (file != null) {
            all.addAll(lines(file));
        }
        if (given.isEmpty() && file == null) {
            throw new IllegalArgumentException(
                    "no address: name one or more, - for standard input, or --from-file FILE");
        }
        if (all.isEmpty()) {
            throw new InputException("there is no address in " + (file == null ? "standard input" : file));
        }
        return all.stream().distinct().toList();
    }

    private static List<String> standardInput() {
        try {
            return addresses(new BufferedReader(new InputStreamReader(System.in, UTF_8)).lines());
        } catch (UncheckedIOException e) {
            throw new InputException("standard input cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("there is no file " + file);
        }
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            return addresses(lines);
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("cannot read the addresses in " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> addresses(Stream<String> lines) {
        return lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
