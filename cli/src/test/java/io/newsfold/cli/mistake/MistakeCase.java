package io.newsfold.cli.mistake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command with a mistake.
 *
 * @param command its name, with that of the command above it, as {@code rejected list}
 * @param line the command line, with words of {@link Surroundings}; empty where there is an exemption
 * @param ready what the command does before it gets a signal, as {@code prints WORDS}, {@code makes FILE} or {@code
 *     reads}; null where it gets none
 * @param exemption why the mistake cannot be made; null where it can
 */
public record MistakeCase(
        String command,
        Mistake mistake,
        String line,
        @Nullable String ready,
        @Nullable Exemption exemption) {
    private static final String NONE = "none: ";
    private static final String READY = " | ";

    /** Reads a line of the list, as {@code typo: tail --onec}. */
    static MistakeCase parse(String command, String entry) {
        String[] parts = entry.strip().split(": ", 2);
        Mistake mistake = Mistake.titled(parts[0]);
        if (parts[1].startsWith(NONE)) {
            return new MistakeCase(command, mistake, "", null, Exemption.of(parts[1].substring(NONE.length())));
        }
        int ready = parts[1].indexOf(READY);
        return ready < 0
                ? new MistakeCase(command, mistake, parts[1], null, null)
                : new MistakeCase(
                        command,
                        mistake,
                        parts[1].substring(0, ready),
                        parts[1].substring(ready + READY.length()),
                        null);
    }

    List<String> words() {
        return List.of(line.split(" ", -1));
    }
}
