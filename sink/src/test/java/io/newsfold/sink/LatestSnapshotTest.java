package io.newsfold.sink;

import static io.newsfold.sink.SampleRows.row;
import static io.newsfold.sink.SampleRows.tombstone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestSnapshotTest {
    @TempDir
    private Path out;

    private Path folder;
    private FolderSwap swap;
    private LatestStateStore state;
    private LatestSnapshot latest;

    @SuppressWarnings("NullAway.Init")
    LatestSnapshotTest() {}

    @BeforeEach
    void open() throws IOException {
        folder = out.resolve("latest/articles");
        Files.createDirectories(out.resolve(".tmp"));
        state = new LatestStateStore(out.resolve(".state"));
        swap = new OutputPaths(out).latestSwap(SampleRows.ARTICLES);
        latest = new LatestSnapshot(swap, SampleRows.ARTICLES, Format.JSONL, state, FaultInjection.none());
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void oneRowPerIdSortedInTheFolderOfItsDate() throws IOException {
        state.put(row("b", 5, 0));
        state.put(row("a", 5, 1));
        state.put(row("b", 5, 2));
        latest.update();

        assertThat(ids("2026-01-05")).containsExactly("a", "b");
    }

    @Test
    void aRowThatMovesToAnotherDateOrIsWithdrawnLeavesNoFolder() throws IOException {
        state.put(row("a", 5, 0));
        state.put(row("b", 6, 1));
        latest.update();

        state.put(row("a", 7, 2));
        state.put(tombstone("b", 3));
        latest.update();

        assertThat(folder)
                .isDirectoryContaining("glob:**/date=2026-01-07")
                .isDirectoryNotContaining("glob:**/date=2026-01-0[56]");
    }

    @Test
    void aDateWithoutChangesKeepsItsFile() throws IOException {
        state.put(row("a", 5, 0));
        state.put(row("b", 6, 1));
        latest.update();
        Object before = Files.getAttribute(folder.resolve("date=2026-01-05/latest.jsonl"), "unix:ino");

        state.put(row("c", 6, 2));
        latest.update();

        assertThat(Files.getAttribute(folder.resolve("date=2026-01-05/latest.jsonl"), "unix:ino"))
                .isEqualTo(before);
    }

    @Test
    void aKillBetweenTheTwoRenamesOfASwapLosesNothing() throws IOException {
        state.put(row("a", 5, 0));
        latest.update();
        Files.move(folder, out.resolve(".tmp/articles-former"));

        swap.recover();

        assertThat(ids("2026-01-05")).containsExactly("a");
    }

    @Test
    void aReopenedStoreHasItsOffsetsAndDates() throws IOException {
        state.put(row("a", 5, 0));
        state.put(row("b", 6, 7));
        state.close();
        state = new LatestStateStore(out.resolve(".state"));

        assertThat(state.nextOffset(0)).isEqualTo(8);
        assertThat(state.nextOffset(1)).isZero();
        assertThat(state.dates()).hasSize(2);
        assertThat(state.changedDates()).hasSize(2);
    }

    private Stream<String> ids(String date) throws IOException {
        return Files.readAllLines(folder.resolve("date=" + date).resolve("latest.jsonl")).stream()
                .map(line -> line.replaceAll(".*?\"id\":\"(.*?)\".*", "$1"));
    }
}
