package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.SourceState;
import io.newsfold.text.article.FieldMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each scan in these tests is that of a new watch, which knows only the published state, as after a kill. */
class FolderWatchTest {
    private static final String LINE =
            "{\"url\": \"https://a.example/%d\", \"text\": \"The ferry sails again on trip %<d.\"}\n";

    @TempDir
    private Path folder;

    private final List<Delivery> published = new ArrayList<>();
    private SourceState state = SourceState.fresh("folder", SourceState.SourceKind.FOLDER);
    private int limit = Integer.MAX_VALUE;

    @SuppressWarnings("NullAway.Init")
    FolderWatchTest() {}

    @Test
    void aFileIsReadOnceAndAgainWhenItChanges() throws IOException {
        put("one.txt", "The ferry sails.");
        assertThat(scan()).isEqualTo(1);
        assertThat(scan()).isZero();

        put("deep/two.html", "<p>The ferry sails at noon.</p>");
        put("one.txt", "The ferry stays.");

        assertThat(scan()).isEqualTo(2);
        assertThat(scan()).isZero();
        assertThat(state.sent()).isEqualTo(3);
    }

    @Test
    void anOldFileThatIsMovedInIsNew() throws IOException {
        put("one.txt", "The ferry sails.");
        scan();
        Path old = Files.writeString(Files.createTempFile(folder, ".old", ""), "The ferry sank.");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));

        Files.move(old, folder.resolve("moved.txt"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(scan()).isEqualTo(1);
    }

    @Test
    void appendedLinesAreReadFromWhereReadingEnded() throws IOException {
        put(
                "log.jsonl",
                LINE.formatted(1) + LINE.formatted(2) + LINE.formatted(3).substring(0, 20));
        assertThat(scan()).isEqualTo(2);

        Files.writeString(
                folder.resolve("log.jsonl"), LINE.formatted(3).substring(20), UTF_8, StandardOpenOption.APPEND);

        assertThat(scan()).isEqualTo(1);
        assertThat(published)
                .extracting(Delivery::key)
                .containsExactly("https://a.example/1", "https://a.example/2", "https://a.example/3");
    }

    @Test
    void aLastLineWithoutAnEndIsReadOnceItIsAWholeObject() throws IOException {
        put("log.jsonl", LINE.formatted(1) + LINE.formatted(2).strip());
        assertThat(scan()).isEqualTo(2);

        Files.writeString(folder.resolve("log.jsonl"), "\n" + LINE.formatted(3), UTF_8, StandardOpenOption.APPEND);

        assertThat(scan()).isEqualTo(1);
        assertThat(scan()).isZero();
    }

    @Test
    void aFileThatHasNotSettledIsLeftForLater() throws IOException {
        put("one.txt", "The ferry sails.");

        assertThat(scan(Duration.ofHours(1))).isZero();
        assertThat(scan()).isEqualTo(1);
    }

    @Test
    void aKillInTheMiddleOfAFileLosesAndDoublesNothing() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_800; i++) {
            lines.append(LINE.formatted(i));
        }
        put("many.jsonl", lines.toString());
        put("more.txt", "The ferry sails.");

        int scans = 0;
        do {
            limit = published.size() + 500; // the next transaction fails
            scans++;
        } while (scan() > 0);

        assertThat(scans).isGreaterThan(3);
        assertThat(published).hasSize(1_801).doesNotHaveDuplicates();
    }

    @Test
    void theFieldsOfArticlesStandWhereTheMappingSays() throws IOException {
        put("grows.jsonl", "{\"weg\":\"https://a.example/ferry\",\"text\":\"The ferry sails.\"}\n");
        put("table.csv", "weg,headline,text\nhttps://a.example/harbour,Open,The harbour opens.\n");

        assertThat(scan()).isEqualTo(2);
        assertThat(published)
                .extracting(Delivery::key)
                .containsExactlyInAnyOrder("https://a.example/ferry", "https://a.example/harbour");
    }

    @Test
    void linksHiddenFilesAndOtherKindsAreLeftOut() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("/etc/passwd"));
        put(".part.txt", "The ferry");
        put("picture.png", "x");

        assertThat(scan()).isZero();
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The time on the clock of the file system, which need not be that of the program. */
    private static Instant fileSystemTime() {
        try {
            Path file = Files.createTempFile("clock", "");
            Instant now = Files.getLastModifiedTime(file).toInstant();
            Files.delete(file);
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int scan() {
        return scan(Duration.ZERO);
    }

    /** Scans, and returns how many deliveries were published. */
    private int scan(Duration settle) {
        int before = published.size();
        try {
            new FolderWatch(
                            folder,
                            state,
                            settle,
                            FolderWatchTest::fileSystemTime,
                            FieldMapping.parse("url=weg"),
                            remark -> {},
                            this::publish)
                    .scan(() -> true);
        } catch (Killed e) {
            return published.size() - before;
        }
        return published.size() - before;
    }

    private void publish(List<Delivery> deliveries, SourceState after) {
        if (published.size() + deliveries.size() > limit) {
            throw new Killed();
        }
        published.addAll(deliveries);
        state = after;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {}
    }
}
