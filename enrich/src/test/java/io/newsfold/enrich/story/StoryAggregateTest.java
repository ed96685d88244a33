package io.newsfold.enrich.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Json;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StoryAggregateTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final StoryMember first = member("a", "Bridge closed", NOON);
    private final StoryMember second = member("b", "Bridge open again", NOON.plusSeconds(60));

    @Test
    void isTheSameInAnyOrder() {
        assertThat(story(first, second).bytes()).isEqualTo(story(second, first).bytes());
        assertThat(story(second, first).story().headline()).isEqualTo("Bridge closed");
    }

    @Test
    void anArticleTakesThePlaceOfItsOlderState() {
        StoryMember edited = member("a", "Bridge closed for a week", NOON);

        assertThat(headlines(story(first, second, edited)))
                .containsExactly("Bridge closed for a week", "Bridge open again");
    }

    @Test
    void anOlderStateThatLeavesDoesNotTakeTheNewerOneAlong() {
        StoryMember edited = member("a", "Bridge closed for a week", NOON);
        StoryAggregate story = Objects.requireNonNull(story(edited).after(new MemberChange(first, true)));

        assertThat(headlines(story)).containsExactly("Bridge closed for a week");
        assertThat(story.after(new MemberChange(edited, true))).isNull();
    }

    @Test
    void isReadFromItsBytes() {
        StoryAggregate story = story(first, second);

        assertThat(StoryAggregate.read(story.bytes()).story()).isEqualTo(story.story());
    }

    @Test
    void isReadFromTheJsonOfEarlierBuilds() {
        String json = "{\"id\":\"s\",\"members\":[" + Json.text(first) + "," + Json.text(second) + "]}";

        assertThat(StoryAggregate.read(json.getBytes(UTF_8)).bytes())
                .isEqualTo(story(first, second).bytes());
    }

    private static List<String> headlines(StoryAggregate story) {
        return story.story().articles().stream().map(Story.Member::headline).toList();
    }

    private static StoryAggregate story(StoryMember... members) {
        StoryAggregate story = StoryAggregate.empty("s");
        for (StoryMember member : members) {
            story = Objects.requireNonNull(story.after(new MemberChange(member, false)));
        }
        return story;
    }

    private static StoryMember member(String id, String headline, Instant time) {
        return new StoryMember(
                id,
                null,
                headline,
                "en",
                "Harbour Post",
                time,
                null,
                null,
                time,
                null,
                Relation.FIRST,
                1,
                List.of(),
                List.of(),
                TextDigest.of("The bridge is closed after a ship hit it.", "en"),
                false);
    }
}
