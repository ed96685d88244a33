package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each watch in these tests goes on from what the one before published, as after a kill. */
class FolderWatchTest {
    private static final String LINE =
            "{\"url\": \"https://a.example/%d\", \"text\": \"The ferry sails again on trip %<d.\"}\n";

    @TempDir
    private Path folder;

    private final List<Delivery> published = new ArrayList<>();
    private SourceState state = SourceState.fresh("folder", SourceState.Kind.FOLDER);
    private int most = Integer.MAX_VALUE;

    @SuppressWarnings("NullAway.Init")
    FolderWatchTest() {}

    @Test
    void aFileIsReadOnceAndAgainWhenItChanges() throws IOException {
        put("one.txt", "The ferry sails.");
        assertThat(look()).isEqualTo(1);
        assertThat(look()).isZero();

        put("deep/two.html", "<p>The ferry sails at noon.</p>");
        put("one.txt", "The ferry stays.");

        assertThat(look()).isEqualTo(2);
        assertThat(look()).isZero();
        assertThat(state.sent()).isEqualTo(3);
    }

    @Test
    void anOldFileThatIsMovedInIsNew() throws IOException {
        put("one.txt", "The ferry sails.");
        look();
        Path old = Files.writeString(Files.createTempFile(folder, ".old", ""), "The ferry sank.");
        Files.setLastModifiedTime(old, java.nio.file.attribute.FileTime.from(Instant.EPOCH));

        Files.move(old, folder.resolve("moved.txt"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(look()).isEqualTo(1);
    }

    @Test
    void linesThatAreAddedAreReadOn() throws IOException {
        put(
                "log.jsonl",
                LINE.formatted(1) + LINE.formatted(2) + LINE.formatted(3).substring(0, 20));
        assertThat(look()).isEqualTo(2);

        Files.writeString(
                folder.resolve("log.jsonl"), LINE.formatted(3).substring(20), UTF_8, StandardOpenOption.APPEND);

        assertThat(look()).isEqualTo(1);
        assertThat(published)
                .extracting(Delivery::key)
                .containsExactly("https://a.example/1", "https://a.example/2", "https://a.example/3");
    }

    @Test
    void whatIsNotQuietIsLeftForLater() throws IOException {
        put("one.txt", "The ferry sails.");

        assertThat(look(Duration.ofHours(1))).isZero();
        assertThat(look()).isEqualTo(1);
    }

    @Test
    void aKillInTheMiddleOfAFileLosesAndDoublesNothing() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_800; i++) {
            lines.append(LINE.formatted(i));
        }
        put("many.jsonl", lines.toString());
        put("more.txt", "The ferry sails.");

        int looks = 0;
        do {
            most = published.size() + 500; // the next transaction is not done any more
            looks++;
        } while (look() > 0);

        assertThat(looks).isGreaterThan(3);
        assertThat(published).hasSize(1_801).doesNotHaveDuplicates();
    }

    @Test
    void linksAndPartsAndOtherFilesAreLeftAlone() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("/etc/passwd"));
        put(".part.txt", "The ferry");
        put("picture.png", "x");

        assertThat(look()).isZero();
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int look() {
        return look(Duration.ZERO);
    }

    /** How many deliveries it sent. */
    private int look(Duration settle) {
        int before = published.size();
        try {
            new FolderWatch(folder, state, settle, InstantSource.system(), remark -> {}, this::publish)
                    .scan(() -> true);
        } catch (Killed e) {
            return published.size() - before;
        }
        return published.size() - before;
    }

    private void publish(List<Delivery> deliveries, SourceState after) {
        if (published.size() + deliveries.size() > most) {
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
