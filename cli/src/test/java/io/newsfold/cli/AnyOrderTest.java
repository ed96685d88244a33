package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1: any order and any number of partitions and shards give byte-identical files. */
class AnyOrderTest {
    private static final int[] PARTITIONS = {1, 2, 4};
    private static final int[] SHARDS = {1, 3, 1, 8};
    private static final Path SCRAPED = Path.of(System.getProperty("newsfold.shared", "../../shared"), "seeds");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    AnyOrderTest() {}

    @Test
    void theSeedFeedGivesTheSameFilesIn24Orders() throws IOException {
        inOrders(Run.SEED_FEED, 24);
    }

    @Test
    void fiveScrapedArticlesGiveTheSameFilesIn6Orders() throws IOException {
        assumeTrue(Files.isDirectory(SCRAPED), "skipped: " + SCRAPED + " is not here");
        inOrders(SCRAPED, 6);
    }

    private void inOrders(Path feed, int orders) throws IOException {
        TreeMap<String, String> expected =
                Run.once(folder.resolve("straight"), feed, "--max-rejects", "4").latest();
        assertThat(expected).isNotEmpty();
        for (int seed = 0; seed < orders; seed++) {
            String partitions = Integer.toString(PARTITIONS[seed % PARTITIONS.length]);
            String shards = Integer.toString(SHARDS[seed % SHARDS.length]);

            Run run = Run.once(
                    folder.resolve("order" + seed),
                    feed,
                    "--max-rejects",
                    "4",
                    "--shuffle",
                    Integer.toString(seed),
                    "--partitions",
                    partitions,
                    "--shards",
                    shards);

            assertThat(run.latest())
                    .as("order " + seed + " over " + partitions + " partitions and " + shards + " shards")
                    .isEqualTo(expected);
        }
    }
}
