package io.newsfold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.print.ChangePrinter;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.StoryChange.Kind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes of stories are printed with headlines, and many at once as one line. */
class ChangePrinterTest {
    private static final long SECOND = 1_000_000_000;
    private static final Map<String, String> HEADLINES = Map.of("a", "Pier painted green", "b", "Green pier opens");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ChangePrinter printer =
            new ChangePrinter(new PrintStream(printed, true, UTF_8), id -> Optional.ofNullable(HEADLINES.get(id)));

    @Test
    void aChangeHasHeadlinesOnceItHasWaitedForASecond() {
        printer.add(new StoryChange(StoryChange.SCHEMA, Kind.BEGAN, "a", "a", null, null), 0);
        printer.add(new StoryChange(StoryChange.SCHEMA, Kind.JOINED, "a", "b", null, null), 5);
        printer.add(new StoryChange(StoryChange.SCHEMA, Kind.MERGED, "a", null, "c", null), 6);

        printer.printDue(SECOND - 1);
        assertThat(printed.toString(UTF_8)).isEmpty();
        printer.printDue(SECOND);

        assertThat(printed.toString(UTF_8)).isEqualTo("""
                new story: Pier painted green
                joined: Green pier opens → Pier painted green
                merged: c → Pier painted green
                """);
    }

    @Test
    void aChangeWaitsTenSecondsForAHeadline() {
        printer.add(new StoryChange(StoryChange.SCHEMA, Kind.BEGAN, "z", "z", null, null), 0);

        printer.printDue(9 * SECOND);
        assertThat(printed.toString(UTF_8)).isEmpty();
        printer.printDue(10 * SECOND);

        assertThat(printed.toString(UTF_8)).isEqualTo("new story: z\n");
    }

    @Test
    void manyChangesOfASecondAreOneLine() {
        for (int i = 0; i < 1_500; i++) {
            Kind kind = i % 3 == 0 ? Kind.BEGAN : Kind.JOINED;
            printer.add(new StoryChange(StoryChange.SCHEMA, kind, "a", "b", null, null), i);
        }

        printer.printDue(SECOND);
        printer.printDue(2 * SECOND);

        assertThat(printed.toString(UTF_8)).isEqualTo("1,500 changes: new story 500, joined 1,000\n");
    }
}
