package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Story.Chapter;
import io.newsfold.contract.Story.Member;
import io.newsfold.contract.Story.Named;
import io.newsfold.contract.Story.Novelty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryChaptersTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T22:00:00Z");

    @Test
    void aLongStoryHasAChapterForEachDayWithWhatItBrought() {
        List<Member> articles =
                IntStream.range(0, 9).mapToObj(StoryChaptersTest::article).toList();

        assertThat(StoryChapters.of(articles))
                .containsExactly(
                        new Chapter(
                                LocalDate.of(2026, 3, 2),
                                "a0",
                                "Headline 0",
                                2,
                                List.of("Harbour"),
                                List.of("1,400", "1,401")),
                        new Chapter(
                                LocalDate.of(2026, 3, 3),
                                "a2",
                                "Headline 2",
                                7,
                                List.of("Ida Holm"),
                                List.of("1,402", "1,403", "1,404", "1,405", "1,406")));
    }

    @Test
    void aShortStoryAndOneOfOneDayHaveNone() {
        assertThat(StoryChapters.of(IntStream.range(0, 7)
                        .mapToObj(StoryChaptersTest::article)
                        .toList()))
                .isEmpty();
        assertThat(StoryChapters.of(IntStream.range(2, 11)
                        .mapToObj(StoryChaptersTest::article)
                        .toList()))
                .isEmpty();
    }

    /** Hourly; Ida Holm comes in on the second day. */
    private static Member article(int number) {
        Named harbour = new Named("e1", EntityType.PLACE, "Harbour");
        Named holm = new Named("e2", EntityType.PERSON, "Ida Holm");
        return new Member(
                "a" + number,
                null,
                "Headline " + number,
                "Paper " + number,
                FIRST.plusSeconds(3_600L * number),
                null,
                null,
                null,
                Lineage.Relation.STORY,
                0.5,
                List.of(),
                number < 2 ? List.of(harbour) : List.of(harbour, holm),
                List.of(),
                new Novelty(0.5, 3, List.of("7", "2026", "1,40" + number), List.of()));
    }
}
