package io.newsfold.desk.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.ingest.web.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {
    private static final long MAX_BYTES = 250;

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T06:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    PictureFolderTest() {}

    @Test
    void theLeastRecentlyUsedGoes() {
        PictureFolder pictures = open();
        pictures.put("a", "u", new byte[100]);
        pictures.put("b", "u", new byte[100]);
        pictures.get("a", "u");

        pictures.put("c", "u", new byte[100]);

        assertThat(shown(pictures)).containsExactly("a", "c");
        assertThat(files()).hasSize(2);
    }

    @Test
    void theOrderOfUseOutlivesARestart() {
        PictureFolder before = open();
        before.put("a", "u", new byte[100]);
        before.put("b", "u", new byte[100]);
        clock.pass(Duration.ofDays(1));
        before.get("b", "u");
        clock.pass(Duration.ofMinutes(1));
        before.get("a", "u");

        PictureFolder after = open();
        after.put("c", "u", new byte[100]);

        assertThat(shown(after)).containsExactly("a", "c");
    }

    @Test
    void anArticleHasOnePictureAtATime() {
        PictureFolder pictures = open();
        pictures.put("a", "former", new byte[100]);

        pictures.put("a", "u", new byte[100]);

        assertThat(pictures.get("a", "former")).isEmpty();
        assertThat(pictures.get("a", "u")).isPresent();
        assertThat(files()).hasSize(1);
    }

    @Test
    void aRemovedPictureIsNotOnDisk() {
        PictureFolder pictures = open();
        pictures.put("../../a", "file:///etc/passwd", new byte[100]);

        pictures.remove("../../a");

        assertThat(files()).isEmpty();
        assertThat(pictures.get("../../a", "file:///etc/passwd")).isEmpty();
    }

    @Test
    void unfinishedFilesGoAndForeignOnesStay() throws IOException {
        Files.write(folder.resolve("abc.jpg.part"), new byte[10]);
        Files.write(folder.resolve("notes.txt"), new byte[1_000]);

        open();

        assertThat(files()).containsExactly("notes.txt");
    }

    private PictureFolder open() {
        return PictureFolder.open(folder, MAX_BYTES, clock);
    }

    private static List<String> shown(PictureFolder pictures) {
        return Stream.of("a", "b", "c")
                .filter(article -> pictures.get(article, "u").isPresent())
                .toList();
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }
}
