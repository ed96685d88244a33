package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The similarity of an article to a story: the average of its story scores with the members that count. */
public final class StorySimilarity {
    private StorySimilarity() {}

    /**
     * The members that count for an article: earlier ones of the last {@code days} days, without copies.
     *
     * @param members of the story, in canonical order
     * @param article position of the article
     */
    public static List<CanonicalPosition> countingMembers(
            Collection<Member> members, CanonicalPosition article, int days) {
        return members.stream()
                .filter(m -> !m.isCopy()
                        && m.position().isBefore(article)
                        && m.position().isWithin(days, article))
                .map(Member::position)
                .toList();
    }

    /**
     * The average story score, 0.0 to 1.0; 0 where no member counts.
     *
     * @param counting members in canonical order, so that sums are the same to the last bit
     * @param storyScore of the article with the member of an id
     */
    public static double average(List<CanonicalPosition> counting, ToDoubleFunction<String> storyScore) {
        return counting.stream()
                .mapToDouble(member -> storyScore.applyAsDouble(member.id()))
                .average()
                .orElse(0);
    }
}
