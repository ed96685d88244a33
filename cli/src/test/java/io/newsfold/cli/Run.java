package io.newsfold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A {@code newsfold} command that ran in this process, with its result.
 *
 * @param code exit code
 * @param folder has {@code data} and {@code out}
 */
record Run(int code, String stdout, String stderr, Path folder) {
    static final Path SEED_FEED = Path.of("..", "seeds", "feed");

    static Run once(Path folder, Path feed, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--once",
                "--feed",
                feed.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--out",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return command(folder, arguments.toArray(String[]::new));
    }

    static Run command(Path folder, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(stdout, true, UTF_8));
            System.setErr(new PrintStream(stderr, true, UTF_8));
            int code = Newsfold.execute(arguments);
            return new Run(code, stdout.toString(UTF_8), stderr.toString(UTF_8), folder);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Files of the snapshot by path, with their content. */
    TreeMap<String, String> latest() throws IOException {
        return files(folder.resolve("out").resolve("latest"));
    }

    static TreeMap<String, String> files(Path root) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
