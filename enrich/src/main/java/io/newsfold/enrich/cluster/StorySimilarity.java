package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The similarity of an article to a story: the average of its story scores with the members that count, less the longer
 * ago the story began. A story is one event; what follows days later is mostly another, told in the same words.
 */
public final class StorySimilarity {
    private static final double FRESH_DAYS = 1;
    private static final double FADING_DAYS = 1.5;
    private static final double SECONDS_A_DAY = 86_400;

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
     * The similarity of an article to a story, 0.0 to 1.0; 0 where no member counts.
     *
     * @param members of the story, in canonical order, so that sums are the same to the last bit
     * @param article position of the article
     * @param days as in {@link #countingMembers}
     * @param storyScore of the article with the member of an id
     */
    public static double of(
            Collection<Member> members, CanonicalPosition article, int days, ToDoubleFunction<String> storyScore) {
        double average = countingMembers(members, article, days).stream()
                .mapToDouble(member -> storyScore.applyAsDouble(member.id()))
                .average()
                .orElse(0);
        return average == 0 ? 0 : average * fading(members.iterator().next().position(), article);
    }

    /** The part of the average that counts: all of it on a story's first day, then less by the time since it began. */
    public static double fading(CanonicalPosition first, CanonicalPosition article) {
        double days = Duration.between(first.time(), article.time()).toSeconds() / SECONDS_A_DAY;
        return StrictMath.exp(-Math.max(0, days - FRESH_DAYS) / FADING_DAYS);
    }
}
