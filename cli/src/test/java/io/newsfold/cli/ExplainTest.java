package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.contract.Json;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Member;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for people, on the seed feed, print what the records contain. */
class ExplainTest {
    @TempDir
    private Path folder;

    private Pipeline pipeline;
    private List<Story> stories;

    @SuppressWarnings("NullAway.Init")
    ExplainTest() {}

    @BeforeEach
    void run() throws IOException {
        Run.once(folder, Run.SEED_FEED);
        stories = Run.files(folder.resolve("out/latest/stories")).values().stream()
                .flatMap(String::lines)
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Story.class))
                .toList();
        pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("out")),
                2,
                1,
                1,
                new Tagger(),
                TopicRules.shipped(),
                true));
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aCopyIsExplainedByItsWording() {
        Member copy = stories.stream()
                .flatMap(s -> s.articles().stream())
                .filter(m -> m.relation() == Relation.COPY)
                .findFirst()
                .orElseThrow();

        assertThat(newsfold("explain", copy.id()))
                .contains("as a copy of", "is word for word in the longer", "Shared passages");
        assertThat(newsfold("explain", copy.id(), String.valueOf(copy.parent())))
                .contains("The later is a copy of the earlier.");
    }

    @Test
    void twoStoriesAreExplainedAsDifferent() {
        Story one = stories.get(0);
        Story other = stories.stream()
                .filter(s -> !s.id().equals(one.id()))
                .findFirst()
                .orElseThrow();

        assertThat(newsfold("explain", one.id(), other.id())).contains("They are in different stories.", "Why not:");
    }

    @Test
    void aStoryIsFoundByAnyOfItsArticles() {
        Story largest = stories.stream()
                .max(java.util.Comparator.comparingInt(s -> s.articles().size()))
                .orElseThrow();

        for (Member member : largest.articles()) {
            assertThat(newsfold("stories", member.id())).startsWith(largest.headline());
        }
    }

    @Test
    void everyArticleHasItsNovelty() {
        for (Story story : stories) {
            Member first = story.articles().get(0);
            assertThat(first.taken()).as(first.headline()).isEmpty();
            assertThat(first.adds().share()).as(first.headline()).isIn(0.0, 1.0);
            for (Member member : story.articles()) {
                boolean isLaterCopy = member.relation() == Relation.COPY;
                assertThat(member.adds().share()).as(member.headline()).isLessThanOrEqualTo(isLaterCopy ? 0.6 : 1.0);
            }
        }
    }

    private String newsfold(String... words) {
        List<String> command = new java.util.ArrayList<>(List.of(words));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        Run run = Run.command(folder, command.toArray(String[]::new));
        assertThat(run.code()).as(run.stderr()).isZero();
        return run.stdout();
    }
}
