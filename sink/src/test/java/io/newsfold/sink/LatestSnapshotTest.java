package io.newsfold.sink;

import static io.newsfold.sink.SampleRows.gone;
import static io.newsfold.sink.SampleRows.row;
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
    private LatestStateStore standing;
    private LatestSnapshot latest;

    @SuppressWarnings("NullAway.Init")
    LatestSnapshotTest() {}

    @BeforeEach
    void open() throws IOException {
        folder = out.resolve("latest/articles");
        Files.createDirectories(out.resolve(".tmp"));
        standing = new LatestStateStore(out.resolve(".state"));
        latest = new LatestSnapshot(folder, out.resolve(".tmp"), SampleRows.ARTICLES, Format.JSONL, standing);
    }

    @AfterEach
    void close() {
        standing.close();
    }

    @Test
    void oneRowPerIdSortedInTheFolderOfItsDate() throws IOException {
        standing.put(row("b", 5, 0));
        standing.put(row("a", 5, 1));
        standing.put(row("b", 5, 2));
        latest.swap();

        assertThat(ids("2026-01-05")).containsExactly("a", "b");
    }

    @Test
    void aRowThatMovesToAnotherDateOrGoesLeavesNothingBehind() throws IOException {
        standing.put(row("a", 5, 0));
        standing.put(row("b", 6, 1));
        latest.swap();

        standing.put(row("a", 7, 2));
        standing.put(gone("b", 3));
        latest.swap();

        assertThat(folder)
                .isDirectoryContaining("glob:**/date=2026-01-07")
                .isDirectoryNotContaining("glob:**/date=2026-01-0[56]");
    }

    @Test
    void whatHasNotChangedKeepsItsFile() throws IOException {
        standing.put(row("a", 5, 0));
        standing.put(row("b", 6, 1));
        latest.swap();
        Object before = Files.getAttribute(folder.resolve("date=2026-01-05/latest.jsonl"), "unix:ino");

        standing.put(row("c", 6, 2));
        latest.swap();

        assertThat(Files.getAttribute(folder.resolve("date=2026-01-05/latest.jsonl"), "unix:ino"))
                .isEqualTo(before);
    }

    @Test
    void aKillBetweenTheTwoRenamesOfASwapIsMended() throws IOException {
        standing.put(row("a", 5, 0));
        latest.swap();
        Files.move(folder, out.resolve(".tmp/articles-former"));

        LatestSnapshot.recover(folder, out.resolve(".tmp"));

        assertThat(ids("2026-01-05")).containsExactly("a");
    }

    @Test
    void theStoreKnowsHowFarItIsWhenItIsOpenedAgain() throws IOException {
        standing.put(row("a", 5, 0));
        standing.put(row("b", 6, 7));
        standing.close();
        standing = new LatestStateStore(out.resolve(".state"));

        assertThat(standing.next(0)).isEqualTo(8);
        assertThat(standing.next(1)).isZero();
        assertThat(standing.dates()).hasSize(2);
        assertThat(standing.changed()).hasSize(2);
    }

    private Stream<String> ids(String date) throws IOException {
        return Files.readAllLines(folder.resolve("date=" + date).resolve("latest.jsonl")).stream()
                .map(line -> line.replaceAll(".*?\"id\":\"(.*?)\".*", "$1"));
    }
}
