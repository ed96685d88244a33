package io.newsfold.enrich.stream;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.enrich.story.MemberChange;
import io.newsfold.enrich.story.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * An article that was published, changed or withdrawn.
 *
 * @param article null where it is withdrawn
 * @param before its part in its former story; null where it was not published
 * @param after its part in its story; null where it is withdrawn
 */
record JoinedArticle(
        @Nullable EnrichedArticle article,
        @Nullable Membership before,
        @Nullable Membership after) {

    /** What it changes in stories, by story id: it leaves the former one and joins the present one. */
    List<KeyValue<String, MemberChange>> memberChanges() {
        List<KeyValue<String, MemberChange>> changes = new ArrayList<>();
        if (Objects.equals(before, after)) {
            return changes;
        }
        boolean stays = before != null && after != null && before.story().equals(after.story());
        if (before != null && !stays) {
            changes.add(KeyValue.pair(before.story(), new MemberChange(before.member(), true)));
        }
        if (after != null) {
            changes.add(KeyValue.pair(after.story(), new MemberChange(after.member(), false)));
        }
        return changes;
    }
}
