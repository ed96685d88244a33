package io.newsfold.sink;

import static io.newsfold.sink.SampleRows.gone;
import static io.newsfold.sink.SampleRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        History history =
                new History(out.resolve("history/articles"), out.resolve(".tmp"), SampleRows.CHANGES, Format.JSONL);
        history.commit(0, 0, 2, List.of(row("a", 5, 0), row("b", 5, 1)));
        history.commit(0, 2, 4, List.of(row("a", 6, 2), row("c", 6, 3)));
        history.commit(0, 4, 5, List.of(gone("a", 4)));
        new HistoryManifest(out, SampleRows.CHANGES).recover(history.files());
        try (LatestStateStore standing = new LatestStateStore(out.resolve(".state/articles"))) {
            standing.put(row("b", 5, 1));
            standing.put(row("c", 6, 4));
            new LatestSnapshot(
                            out.resolve("latest/articles"),
                            out.resolve(".tmp"),
                            SampleRows.ARTICLES,
                            Format.JSONL,
                            standing)
                    .swap();
        }
    }

    @Test
    void nothingOfAWithdrawnArticleIsLeftAndTheReceiptSaysWhatWent() throws IOException {
        assertThat(ErasureReceipt.of(out, "a").standing()).hasSize(2);

        Compaction.Outcome outcome = Compaction.run(out, Format.JSONL, NOW);

        ErasureReceipt receipt = ErasureReceipt.of(out, "a");
        assertThat(outcome).isEqualTo(new Compaction.Outcome(3, 2, 2));
        assertThat(receipt.standing()).isEmpty();
        assertThat(receipt.removed())
                .extracting(Compaction.Erasure::rows, Compaction.Erasure::at)
                .hasSize(2)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(1L, NOW));
        assertThat(ErasureReceipt.of(out, "b").removed()).isEmpty();
    }

    @Test
    void whatIsCompactedIsInOrder() {
        Compaction.run(out, Format.ZSTD, NOW);

        assertThat(Verification.run(out).faults()).isEmpty();
    }

    @Test
    void whatIsNotInOrderIsToldOf() throws IOException {
        Path file;
        try (var files = Files.walk(out.resolve("history"))) {
            file = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        Files.writeString(file, Files.readString(file).replace("valley", "Valley"));
        Path latest = out.resolve("latest/articles/date=2026-01-06/latest.jsonl");
        Files.writeString(latest, Files.readString(latest) + Files.readString(latest));

        assertThat(Verification.run(out).faults())
                .anyMatch(fault -> fault.contains("is not what the manifest says"))
                .anyMatch(fault -> fault.contains("c stands twice in latest"));
    }

    @Test
    void aManifestThatWasLostIsMadeAgain() throws IOException {
        Path manifest = out.resolve("manifest/articles.jsonl");
        String before = Files.readString(manifest);
        Files.writeString(manifest, before.substring(0, before.length() - 30));

        new HistoryManifest(out, SampleRows.CHANGES).recover(new HistoryReader(out, SampleRows.CHANGES).files());

        assertThat(manifest).hasContent(before);
    }
}
