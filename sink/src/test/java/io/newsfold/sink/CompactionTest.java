package io.newsfold.sink;

import static io.newsfold.sink.SampleRows.row;
import static io.newsfold.sink.SampleRows.tombstone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir
    private Path out;

    @SuppressWarnings("NullAway.Init")
    CompactionTest() {}

    @BeforeEach
    void write() throws IOException {
        OutputPaths paths = new OutputPaths(out);
        FaultInjection faults = FaultInjection.none();
        History history = new History(
                paths.history(SampleRows.CHANGES), paths.temporary(), SampleRows.CHANGES, Format.JSONL, faults);
        history.commit(0, 0, 2, List.of(row("a", 5, 0), row("b", 5, 1)));
        history.commit(0, 2, 4, List.of(row("a", 6, 2), row("c", 6, 3)));
        history.commit(0, 4, 5, List.of(tombstone("a", 4)));
        new HistoryManifest(paths, SampleRows.CHANGES).recover(history.files());
        try (LatestStateStore state = new LatestStateStore(paths.state(SampleRows.ARTICLES))) {
            state.put(row("b", 5, 1));
            state.put(row("c", 6, 4));
            new LatestSnapshot(paths.latestSwap(SampleRows.ARTICLES), SampleRows.ARTICLES, Format.JSONL, state, faults)
                    .update();
        }
    }

    private static History history(OutputPaths paths) throws IOException {
        return new History(
                paths.history(SampleRows.CHANGES),
                paths.temporary(),
                SampleRows.CHANGES,
                Format.JSONL,
                FaultInjection.none());
    }

    @Test
    void noRowOfAWithdrawnArticleRemainsAndTheReceiptListsTheRemovedRows() throws IOException {
        assertThat(ErasureReceipt.of(out, "a").remaining()).hasSize(2);

        Compaction.Summary result = Compaction.run(out, Format.JSONL, NOW);

        ErasureReceipt receipt = ErasureReceipt.of(out, "a");
        assertThat(result).isEqualTo(new Compaction.Summary(3, 2, 2));
        assertThat(receipt.remaining()).isEmpty();
        assertThat(receipt.removed())
                .extracting(Compaction.Erasure::rows, Compaction.Erasure::at)
                .hasSize(2)
                .containsOnly(tuple(1L, NOW));
        assertThat(ErasureReceipt.of(out, "b").removed()).isEmpty();
    }

    @Test
    void theHeadlineOfAWithdrawnArticleLeavesTheRowsOfItsStory() throws IOException {
        OutputPaths paths = new OutputPaths(out);
        History history = history(paths);
        String member = "{\"id\":\"d\",\"datePublished\":\"2026-01-07T00:00:00Z\","
                + "\"versions\":[{\"firstFetched\":\"2026-01-07T00:00:00Z\"}],"
                + "\"story\":{\"id\":\"a\",\"headline\":\"Nell Ridley fined\"}}";
        history.commit(0, 5, 6, List.of(Row.of("d", member.getBytes(UTF_8), SampleRows.at(5))));
        new HistoryManifest(paths, SampleRows.CHANGES).recover(history.files());

        Compaction.run(out, Format.JSONL, NOW);

        try (Stream<Path> files = Files.walk(paths.history(SampleRows.CHANGES))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("Nell Ridley"));
        }
    }

    @Test
    void theHeadlineOfAWithdrawnArticleLeavesTheRowsOfLinkedStories() throws IOException {
        OutputPaths paths = new OutputPaths(out);
        RowType stories = new RowType(Topic.STORIES, true);
        History history =
                new History(paths.history(stories), paths.temporary(), stories, Format.JSONL, FaultInjection.none());
        String link = "{\"story\":\"a\",\"headline\":\"Nell Ridley fined\"}";
        history.commit(0, 0, 2, List.of(story(link, 0), story("", 1)));
        new HistoryManifest(paths, stories).recover(history.files());
        assertThat(ErasureReceipt.of(out, "a").remaining()).hasSize(3);

        Compaction.run(out, Format.JSONL, NOW);

        assertThat(ErasureReceipt.of(out, "a").remaining()).isEmpty();
        try (Stream<Path> files = Files.walk(paths.history(stories))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("Nell Ridley"));
        }
    }

    private static Row story(String links, long offset) {
        String json = "{\"id\":\"s\",\"headline\":\"Bridge\",\"first\":\"2026-01-07T00:00:00Z\",\"last\":"
                + "\"2026-01-07T00:00:00Z\",\"articles\":[{\"id\":\"s\",\"time\":\"2026-01-07T00:00:00Z\"}],"
                + "\"sameEvent\":[" + links + "]}";
        return Row.of("s", json.getBytes(UTF_8), SampleRows.at(offset));
    }

    @Test
    void anArticleThatCameBackInTheRangeOfItsWithdrawalStays() throws IOException {
        OutputPaths paths = new OutputPaths(out);
        History history = history(paths);
        history.commit(0, 5, 8, List.of(tombstone("b", 5), row("b", 5, 7)));
        new HistoryManifest(paths, SampleRows.CHANGES).recover(history.files());

        Compaction.run(out, Format.JSONL, NOW);

        assertThat(ErasureReceipt.of(out, "b").removed()).isEmpty();
        assertThat(ErasureReceipt.of(out, "b").remaining()).isNotEmpty();
        assertThat(Verification.run(out).faults()).isEmpty();
    }

    @Test
    void aCompactedFolderHasNoFaults() {
        Compaction.run(out, Format.ZSTD, NOW);

        assertThat(Verification.run(out).faults()).isEmpty();
    }

    @Test
    void changedFilesAreFaults() throws IOException {
        Path file;
        try (var files = Files.walk(out.resolve("history"))) {
            file = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        Files.writeString(file, Files.readString(file).replace("valley", "Valley"));
        Path latest = out.resolve("latest/articles/date=2026-01-06/latest.jsonl");
        Files.writeString(latest, Files.readString(latest) + Files.readString(latest));

        assertThat(Verification.run(out).faults())
                .anyMatch(fault -> fault.contains("differs from the manifest"))
                .anyMatch(fault -> fault.contains("c occurs twice in latest"));
    }

    @Test
    void anIncompleteManifestIsRebuilt() throws IOException {
        Path manifest = out.resolve("manifest/articles.jsonl");
        String before = Files.readString(manifest);
        Files.writeString(manifest, before.substring(0, before.length() - 30));

        OutputPaths paths = new OutputPaths(out);
        new HistoryManifest(paths, SampleRows.CHANGES).recover(new HistoryReader(paths, SampleRows.CHANGES).files());

        assertThat(manifest).hasContent(before);
    }
}
