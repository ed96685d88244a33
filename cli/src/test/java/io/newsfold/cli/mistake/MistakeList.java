package io.newsfold.cli.mistake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of commands and mistakes in {@code mistakes/command-lines.txt}. */
public final class MistakeList {
    private static final Path FILE = Path.of("src/test/resources/mistakes/command-lines.txt");

    private MistakeList() {}

    /** All cases, in the order of the list. */
    public static List<MistakeCase> read() throws IOException {
        List<MistakeCase> cases = new ArrayList<>();
        String command = "";
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith(" ")) {
                cases.add(MistakeCase.parse(command, line));
            } else if (!line.startsWith("#")) {
                command = line;
            }
        }
        return cases;
    }
}
