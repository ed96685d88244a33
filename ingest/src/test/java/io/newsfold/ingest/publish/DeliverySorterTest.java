package io.newsfold.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FileFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverySorterTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.000000001Z");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    DeliverySorterTest() {}

    @Test
    void manyFilesAreGivenInTheOrderOfTheirTimes() throws IOException {
        Path first = file("a.jsonl", line("late", "2026-11-03"), line("early", "2026-11-01"));
        Path second = file("b.jsonl", line("between", "2026-11-02T08:00:00Z"), line("same", "2026-11-01"));

        assertThat(origins(List.of(first, second), null, null))
                .containsExactly("a.jsonl:2", "b.jsonl:2", "b.jsonl:1", "a.jsonl:1");
    }

    @Test
    void ofOneTimeTheOrderOfFilesStays() throws IOException {
        String[] lines = IntStream.range(0, 50)
                .mapToObj(i -> line("x" + i, "2026-11-01"))
                .toArray(String[]::new);

        assertThat(origins(List.of(file("a.jsonl", lines)), null, null))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50)
                        .mapToObj(i -> "a.jsonl:" + i)
                        .toList());
    }

    @Test
    void theFirstBoundIsInAndTheLastIsOut() throws IOException {
        Path file = file("a.jsonl", line("a", "2026-11-01"), line("b", "2026-11-02"), line("c", "2026-11-03"));

        assertThat(origins(List.of(file), Instant.parse("2026-11-02T00:00:00Z"), Instant.parse("2026-11-03T00:00:00Z")))
                .containsExactly("a.jsonl:2");
    }

    @Test
    void everythingComesBackAsItWas() {
        About about = new About(
                NOON, "o\ud800", "text/html", "Monday", "P", "H 🌊", "A", "f", "7", List.of("bad_link", "cut"));
        List<Delivery> all = List.of(
                new Delivery("https://a.example/1", "High waves".getBytes(UTF_8), about, "in doubt", null),
                Delivery.withdrawal("https://a.example/2", About.of(NOON, "o", null)),
                Delivery.refused(About.of(NOON, "", null), Reason.TOO_LARGE, "more than that"));

        List<Delivery> back = new ArrayList<>();
        try (DeliverySorter order = new DeliverySorter(SendRate::time, null, null)) {
            all.forEach(order::add);
            order.sorted(back::add);
        }

        assertThat(back).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(all);
    }

    @Test
    void oneSeedIsOneOrder() throws IOException {
        String[] lines = IntStream.range(0, 50)
                .mapToObj(i -> line("x" + i, "2026-11-01"))
                .toArray(String[]::new);
        Path file = file("a.jsonl", lines);
        List<String> once = new ArrayList<>();
        List<String> twice = new ArrayList<>();

        try (DeliverySorter order = new DeliverySorter(SendRate::time, null, null)) {
            new FileFeed(List.of(file), remark -> {}).read(order::add);
            order.shuffled(7, d -> once.add(d.about().origin()));
            order.shuffled(7, d -> twice.add(d.about().origin()));
        }

        assertThat(once)
                .isEqualTo(twice)
                .hasSize(50)
                .isNotEqualTo(once.stream().sorted().toList());
    }

    private static List<String> origins(List<Path> files, @Nullable Instant from, @Nullable Instant to) {
        List<String> origins = new ArrayList<>();
        try (DeliverySorter order = new DeliverySorter(SendRate::time, from, to)) {
            new FileFeed(files, remark -> {}).read(order::add);
            order.sorted(d -> origins.add(d.about().origin()));
        }
        return origins;
    }

    private static String line(String name, String published) {
        return "{\"url\":\"https://a.example/" + name + "\",\"published\":\"" + published + "\",\"text\":\"waves\"}";
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }
}
