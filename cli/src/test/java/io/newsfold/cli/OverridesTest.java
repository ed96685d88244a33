package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decisions of people are input like any other: the output is the same whether they come before or after the articles,
 * for any number of shards, and with stores restored from the changelog.
 */
class OverridesTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    OverridesTest() {}

    @Test
    void anOverrideBeforeOrAfterItsArticlesGivesTheSameFiles() throws IOException {
        Run before = Run.once(folder.resolve("after"), Run.SEED_FEED);
        List<EnrichedArticle> articles = articles(before.latest());
        EnrichedArticle member = articles.stream()
                .filter(a -> a.place().lineage().relation() == Relation.STORY)
                .findFirst()
                .orElseThrow();
        EnrichedArticle copy = articles.stream()
                .filter(a -> a.place().lineage().relation() == Relation.COPY)
                .findFirst()
                .orElseThrow();
        EnrichedArticle elsewhere = articles.stream()
                .filter(a -> a.place().lineage().relation() == Relation.FIRST
                        && !a.place().story().id().equals(copy.place().story().id())
                        && !a.place().story().id().equals(member.place().story().id())
                        && a.article().time().isBefore(copy.article().time())
                        && a.article()
                                .text()
                                .inLanguage()
                                .equals(copy.article().text().inLanguage()))
                .findFirst()
                .orElseThrow();
        List<List<String>> decisions = List.of(
                List.of("unlink", member.article().id(), member.place().story().id()),
                List.of("link", copy.article().id(), elsewhere.article().id(), "--copy"));

        delete(before.folder().resolve("data").resolve("state")); // all stores are restored from their changelogs
        decide(before.folder(), 2, 1, decisions);
        decide(folder.resolve("before"), 4, 3, decisions);
        Run after = Run.once(
                folder.resolve("before"), Run.SEED_FEED, "--shuffle", "5", "--partitions", "4", "--shards", "3");

        assertThat(before.latest()).isEqualTo(after.latest());
        EnrichedArticle memberNow =
                find(articles(after.latest()), member.article().id());
        EnrichedArticle copyNow = find(articles(after.latest()), copy.article().id());
        assertThat(memberNow.place().story().id())
                .isNotEqualTo(member.place().story().id());
        assertThat(copyNow.place().isBasedOn()).isEqualTo(elsewhere.article().id());
        assertThat(copyNow.place().lineage().byHand()).isTrue();
    }

    private static EnrichedArticle find(List<EnrichedArticle> articles, String id) {
        return articles.stream()
                .filter(a -> a.article().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Starts a pipeline on a folder, sends the decisions, and stops it when they are processed. */
    private static void decide(Path run, int partitions, int shards, List<List<String>> decisions) {
        try (Pipeline pipeline = Pipeline.start(new Pipeline.Config(
                null,
                run.resolve("data"),
                FileSink.Config.of(run.resolve("out")),
                partitions,
                shards,
                2,
                new Tagger(),
                TopicRules.shipped(),
                true))) {
            for (List<String> words : decisions) {
                List<String> command = Stream.concat(
                                words.stream(),
                                Stream.of("--data", run.resolve("data").toString()))
                        .toList();
                assertThat(Run.command(run, command.toArray(String[]::new)).code())
                        .isZero();
            }
            pipeline.awaitCaughtUp();
        }
    }

    private static List<EnrichedArticle> articles(Map<String, String> latest) {
        return latest.entrySet().stream()
                .filter(e -> e.getKey().startsWith("articles"))
                .flatMap(e -> e.getValue().lines())
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), EnrichedArticle.class))
                .sorted(Comparator.comparing(a -> a.article().id()))
                .toList();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
