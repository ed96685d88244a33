package io.newsfold.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestTest {
    @TempDir
    private Path out;

    private Path folder;
    private Latest latest;

    @SuppressWarnings("NullAway.Init")
    LatestTest() {}

    @BeforeEach
    void open() throws IOException {
        folder = out.resolve("latest/articles");
        Files.createDirectories(out.resolve(".tmp"));
        latest = new Latest(folder, out.resolve(".tmp"));
    }

    @Test
    void oneRowPerIdSortedInTheFolderOfItsDate() throws IOException {
        latest.put(HistoryTest.row("b", 5));
        latest.put(HistoryTest.row("a", 5));
        latest.put(HistoryTest.row("b", 5));
        latest.swap();

        assertThat(folder.resolve("date=2026-01-05/latest.jsonl")).hasContent("{\"id\":\"a\"}\n{\"id\":\"b\"}");
    }

    @Test
    void aRowThatMovesToAnotherDateOrGoesLeavesNothingBehind() throws IOException {
        latest.put(HistoryTest.row("a", 5));
        latest.put(HistoryTest.row("b", 6));
        latest.swap();

        latest.put(HistoryTest.row("a", 7));
        latest.put(new Row("b", null, null));
        latest.swap();

        assertThat(folder)
                .isDirectoryContaining("glob:**/date=2026-01-07")
                .isDirectoryNotContaining("glob:**/date=2026-01-0[56]");
    }

    @Test
    void whatHasNotChangedKeepsItsFile() throws IOException {
        latest.put(HistoryTest.row("a", 5));
        latest.put(HistoryTest.row("b", 6));
        latest.swap();
        Object before = Files.getAttribute(folder.resolve("date=2026-01-05/latest.jsonl"), "unix:ino");

        latest.put(HistoryTest.row("c", 6));
        latest.swap();

        assertThat(Files.getAttribute(folder.resolve("date=2026-01-05/latest.jsonl"), "unix:ino"))
                .isEqualTo(before);
    }

    @Test
    void aKillBetweenTheTwoRenamesOfASwapIsMended() throws IOException {
        latest.put(HistoryTest.row("a", 5));
        latest.swap();
        Files.move(folder, out.resolve(".tmp/articles-former"));

        new Latest(folder, out.resolve(".tmp")).recover();

        assertThat(folder.resolve("date=2026-01-05/latest.jsonl")).hasContent("{\"id\":\"a\"}");
    }
}
