package io.newsfold.sink;

import static io.newsfold.sink.SampleRows.row;
import static io.newsfold.sink.SampleRows.tombstone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final String RANGE = "p0-00000000000000000000-00000000000000000003";

    @TempDir
    private Path out;

    private Path folder;
    private History history;

    @SuppressWarnings("NullAway.Init")
    HistoryTest() {}

    @BeforeEach
    void open() {
        folder = out.resolve("history/articles");
        history = new History(folder, out.resolve(".tmp"), SampleRows.CHANGES, Format.JSONL, FaultInjection.none());
    }

    @Test
    void theLargestDateHasAFileAndLateRecordsShareOne() throws IOException {
        history.commit(0, 0, 3, List.of(row("a", 5, 0), row("b", 6, 1), row("c", 5, 2)));

        assertThat(folder.resolve("date=2026-01-05/" + RANGE + ".1of2.jsonl"))
                .content()
                .hasLineCount(2);
        assertThat(folder.resolve("date=__HIVE_DEFAULT_PARTITION__/" + RANGE + ".2of2.jsonl"))
                .content()
                .startsWith("{\"partition\":0,\"offset\":1,\"withdrawn\":false,\"schema\":")
                .hasLineCount(1);
        assertThat(history.ranges(0).next()).isEqualTo(3);
        assertThat(history.ranges(1).next()).isZero();
    }

    @Test
    void lateRecordsOfManyDatesMakeNoTinyFiles() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            rows.add(row("a" + day, day, day - 1));
        }

        assertThat(history.commit(0, 0, 28, rows)).hasSize(2);
    }

    @Test
    void anUnfinishedRangeIsCompletedAndNothingIsWrittenTwice() throws IOException {
        List<Row> rows = List.of(row("a", 5, 0), row("b", 6, 1), row("c", 5, 2));
        history.commit(0, 0, 3, rows);
        Path first = folder.resolve("date=2026-01-05/" + RANGE + ".1of2.jsonl");
        Path second = folder.resolve("date=__HIVE_DEFAULT_PARTITION__/" + RANGE + ".2of2.jsonl");
        Files.delete(second);
        var before = Files.getLastModifiedTime(first);

        assertThat(history.ranges(0).next()).isZero();
        assertThat(history.ranges(0).unfinishedEnd()).isEqualTo(3);
        history.commit(0, 0, 3, rows);

        assertThat(history.ranges(0).next()).isEqualTo(3);
        assertThat(second).exists();
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);
    }

    @Test
    void anUnfinishedRangeWhoseTopicWasCompactedIsRewritten() throws IOException {
        history.commit(0, 0, 3, List.of(row("a", 5, 0), row("b", 6, 1), row("c", 5, 2)));
        Files.delete(folder.resolve("date=__HIVE_DEFAULT_PARTITION__/" + RANGE + ".2of2.jsonl"));

        history.commit(0, 0, 3, List.of(row("c", 5, 2)));

        assertThat(history.ranges(0).next()).isEqualTo(3);
        assertThat(history.files()).hasSize(1);
    }

    @Test
    void aGapBetweenRangesStopsTheSink() throws IOException {
        history.commit(0, 0, 3, List.of(row("a", 5, 0)));
        history.commit(0, 4, 6, List.of(row("b", 5, 4)));

        assertThatThrownBy(() -> history.ranges(0))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("do not follow each other at offset 3");
    }

    @Test
    void aTombstoneHasNoDate() throws IOException {
        history.commit(0, 0, 1, List.of(tombstone("a", 0)));

        assertThat(folder.resolve(
                        "date=__HIVE_DEFAULT_PARTITION__/p0-00000000000000000000-00000000000000000001.1of1.jsonl"))
                .hasContent("{\"partition\":0,\"offset\":0,\"withdrawn\":true,\"id\":\"a\"}");
    }
}
