package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final List<Row> TWO_DATES = List.of(row("a", 5), row("b", 6), row("c", 5));

    @TempDir
    private Path out;

    private Path folder;
    private History history;

    @SuppressWarnings("NullAway.Init")
    HistoryTest() {}

    @BeforeEach
    void open() {
        folder = out.resolve("history/articles");
        history = new History(folder, out.resolve(".tmp"));
    }

    @Test
    void aRangeIsDividedByDateAndItsEndIsWhereTheNextBegins() throws IOException {
        history.commit(0, 0, 3, TWO_DATES);

        assertThat(folder.resolve("date=2026-01-05/p0-00000000000000000000-00000000000000000003.1of2.jsonl"))
                .hasContent("{\"id\":\"a\"}\n{\"id\":\"c\"}");
        assertThat(folder.resolve("date=2026-01-06/p0-00000000000000000000-00000000000000000003.2of2.jsonl"))
                .hasContent("{\"id\":\"b\"}");
        assertThat(history.position(0)).isEqualTo(new History.Position(3, 3));
        assertThat(history.position(1)).isEqualTo(new History.Position(0, 0));
    }

    @Test
    void aRangeThatWasCutOffIsCompletedAndNothingIsWrittenTwice() throws IOException {
        history.commit(0, 0, 3, TWO_DATES);
        Path first = folder.resolve("date=2026-01-05/p0-00000000000000000000-00000000000000000003.1of2.jsonl");
        Path second = folder.resolve("date=2026-01-06/p0-00000000000000000000-00000000000000000003.2of2.jsonl");
        Files.delete(second);
        var before = Files.getLastModifiedTime(first);

        assertThat(history.position(0)).isEqualTo(new History.Position(0, 3));
        history.commit(0, 0, 3, TWO_DATES);

        assertThat(history.position(0)).isEqualTo(new History.Position(3, 3));
        assertThat(second).hasContent("{\"id\":\"b\"}");
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);
    }

    @Test
    void aGapBetweenRangesStopsTheSink() throws IOException {
        history.commit(0, 0, 3, TWO_DATES);
        history.commit(0, 4, 6, TWO_DATES);

        assertThatThrownBy(() -> history.position(0))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("do not follow each other at offset 3");
    }

    @Test
    void whatIsNoMoreHasNoDate() throws IOException {
        history.commit(0, 0, 1, List.of(new Row("a", null, null)));

        assertThat(folder.resolve(
                        "date=__HIVE_DEFAULT_PARTITION__/p0-00000000000000000000-00000000000000000001.1of1.jsonl"))
                .hasContent("{\"id\":\"a\",\"withdrawn\":true}");
    }

    static Row row(String id, int day) {
        return new Row(id, ("{\"id\":\"" + id + "\"}").getBytes(UTF_8), LocalDate.of(2026, 1, day));
    }
}
