package io.newsfold.cli.mistake;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a command answers to a mistake.
 *
 * @param code exit code
 * @param lines the output: all of stderr, then all of stdout
 */
public record Answer(int code, List<String> lines) {
    private static final String OURS = "newsfold: ";
    private static final String ALL_RIGHT = "ok ";

    public Answer {
        lines = List.copyOf(lines);
    }

    public static Answer of(int code, String stderr, String stdout) {
        return new Answer(
                code,
                Stream.concat(stderr.lines(), stdout.lines())
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    /**
     * Our first sentence; where there is none, the first line that does not say that something is all right; empty
     * where there is no output.
     */
    String first() {
        return ours().findFirst()
                .or(() -> lines.stream()
                        .filter(line -> !line.startsWith(ALL_RIGHT))
                        .findFirst())
                .orElse("")
                .strip();
    }

    /** Our last sentence, which is the answer to a signal; empty where there is none. */
    String last() {
        return ours().reduce("", (earlier, later) -> later);
    }

    private Stream<String> ours() {
        return lines.stream().filter(line -> line.startsWith(OURS)).map(line -> line.substring(OURS.length()));
    }
}
