package io.newsfold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.print.ChangePrinter;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.StoryChange.Kind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes of stories are printed with headlines, and many at once as one line. */
class ChangePrinterTest {
    private static final long SECOND = 1_000_000_000;
    private static final String PAINTED = "Pier painted green";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ChangePrinter printer = new ChangePrinter(new PrintStream(printed, true, UTF_8));

    @Test
    void aChangeHasHeadlinesAndWaitsForASecond() {
        printer.add(change(Kind.BEGAN, PAINTED, null), 0);
        printer.add(change(Kind.JOINED, "Green pier opens", null), 5);
        printer.add(change(Kind.MERGED, null, "Paint for the pier"), 6);

        printer.printDue(SECOND - 1);
        assertThat(printed.toString(UTF_8)).isEmpty();
        printer.printDue(SECOND);

        assertThat(printed.toString(UTF_8)).isEqualTo("""
                new story: Pier painted green
                joined: Green pier opens → Pier painted green
                merged: Paint for the pier → Pier painted green
                """);
    }

    @Test
    void manyChangesOfASecondAreOneLine() {
        for (int i = 0; i < 1_500; i++) {
            Kind kind = i % 3 == 0 ? Kind.BEGAN : Kind.JOINED;
            printer.add(change(kind, PAINTED, null), i);
        }

        printer.printDue(SECOND);
        printer.printDue(2 * SECOND);

        assertThat(printed.toString(UTF_8)).isEqualTo("1,500 changes: new story 500, joined 1,000\n");
    }

    /** A change of the story of the painted pier. */
    private static StoryChange change(Kind kind, @Nullable String article, @Nullable String from) {
        return new StoryChange(
                StoryChange.SCHEMA,
                kind,
                Instant.EPOCH,
                "a",
                PAINTED,
                article == null ? null : "b",
                article,
                from == null ? null : "c",
                from,
                null);
    }
}
