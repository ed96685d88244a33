package io.newsfold.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Member;
import io.newsfold.contract.Story.Novelty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryFactsTest {
    @Test
    void amongReportsOfOneDayNobodyIsTheOnlyFirst() {
        StoryFacts facts = StoryFacts.of(story(
                member("a", "Mail", "2026-03-02T00:00:00Z", true, Relation.FIRST),
                member("b", "Post", "2026-03-02T11:00:00Z", null, Relation.STORY),
                member("c", "Echo", "2026-03-02T12:00:00Z", null, Relation.COPY),
                member("d", "Herald", "2026-03-03T09:00:00Z", null, Relation.STORY)));

        assertThat(facts.first()).extracting(Member::publisher).isEqualTo("Mail");
        assertThat(facts.ties()).isEqualTo(1);
        assertThat(facts.copies()).isEqualTo(1);
        assertThat(facts.independent()).isEqualTo(3);
        assertThat(facts.newest()).extracting(Member::id).isEqualTo("d");
    }

    @Test
    void aReportWithATimeIsFirstAlone() {
        StoryFacts facts = StoryFacts.of(story(
                member("a", "Mail", "2026-03-02T08:00:00Z", null, Relation.FIRST),
                member("b", "Post", "2026-03-02T11:00:00Z", null, Relation.STORY)));

        assertThat(facts.ties()).isZero();
    }

    private static Story story(Member... members) {
        List<Member> all = List.of(members);
        return new Story(
                Story.SCHEMA,
                "a",
                "Headline",
                "en",
                all.get(0).time(),
                all.get(all.size() - 1).time(),
                all.stream().map(member -> String.valueOf(member.publisher())).toList(),
                all,
                List.of(),
                List.of(),
                List.of());
    }

    private static Member member(
            String id, String publisher, String time, @Nullable Boolean dayOnly, Relation relation) {
        return new Member(
                id,
                null,
                "Headline " + id,
                publisher,
                Instant.parse(time),
                null,
                dayOnly,
                relation == Relation.FIRST ? null : "a",
                relation,
                0.5,
                List.of(),
                List.of(),
                List.of(),
                new Novelty(0.5, 3, List.of(), List.of()));
    }
}
