package io.newsfold.sink;

import static io.newsfold.sink.SampleRows.row;
import static io.newsfold.sink.SampleRows.tombstone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    @TempDir
    private Path out;

    @SuppressWarnings("NullAway.Init")
    FormatTest() {}

    @ParameterizedTest
    @EnumSource(Format.class)
    void rowsAreReadAsTheyWereWritten(Format format) throws IOException {
        Path file = out.resolve("rows." + format.suffix());
        write(file, format, SampleRows.CHANGES, row("a", 5, 3), tombstone("b", 4));

        assertThat(readAll(format, file)).containsExactly("a 3 2026-01-05", "b 4 null");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameRowsAreTheSameBytes(Format format) throws IOException {
        for (String name : List.of("one.", "two.")) {
            write(out.resolve(name + format.suffix()), format, SampleRows.ARTICLES, row("a", 5, 3), row("b", 6, 4));
        }

        assertThat(out.resolve("one." + format.suffix())).hasSameBinaryContentAs(out.resolve("two." + format.suffix()));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anIncompleteFileCannotBeRead(Format format) throws IOException {
        Path file = out.resolve("rows." + format.suffix());
        write(file, format, SampleRows.ARTICLES, row("a", 5, 3), row("b", 6, 4));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));

        assertThatThrownBy(() -> readAll(format, file)).isInstanceOfAny(IOException.class, RuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void duckDbReadsIt(Format format) throws IOException, SQLException {
        Path file = out.resolve("rows." + format.suffix());
        write(file, format, SampleRows.ARTICLES, row("a", 5, 3), row("b", 6, 4));

        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id, author[1].name, lineage.score, flags[2] from '" + file + "' order by id")) {
            assertThat(rows.next()).isTrue();
            assertThat(List.of(rows.getString(1), rows.getString(2), rows.getDouble(3), rows.getString(4)))
                    .containsExactly("a", "Ida Moss", 0.25, "b");
            assertThat(rows.next()).isTrue();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void parquetHasTimesInUtc() throws IOException, SQLException {
        Path file = out.resolve("rows.parquet");
        write(file, Format.PARQUET, SampleRows.CHANGES, row("a", 5, 3), tombstone("b", 4));

        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows =
                        statement.executeQuery("select typeof(datePublished), epoch_us(datePublished), withdrawn,"
                                + " typeof(versions) from '" + file + "' order by \"offset\"")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("TIMESTAMP WITH TIME ZONE");
            assertThat(rows.getLong(2)).isEqualTo(1_767_592_800_500_000L);
            assertThat(rows.getBoolean(3)).isFalse();
            assertThat(rows.getString(4)).startsWith("STRUCT(").endsWith("[]");
            rows.next();
            assertThat(rows.getBoolean(3)).isTrue();
        }
    }

    private static List<String> readAll(Format format, Path file) throws IOException {
        List<String> read = new ArrayList<>();
        try (RowReader reader = format.read(file, SampleRows.CHANGES)) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                read.add(row.id() + " " + row.at().offset() + " " + row.date());
            }
        }
        return read;
    }

    private static void write(Path file, Format format, RowType type, Row... rows) throws IOException {
        try (RowWriter writer = format.open(file, type)) {
            for (Row row : rows) {
                writer.write(row);
            }
        }
    }
}
