package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The similarity of an article to a story. A story is one event; what follows days later is mostly another, told in the
 * same words, but for names that are in few texts: where these recur, the event goes on.
 *
 * @param average of the article's story scores with the members that count, 0.0 to 1.0
 * @param fading the part of the average that counts: all of it on a story's first day, then less by the time since it
 *     began, the slower the more rare names its members share with the article
 */
public record StorySimilarity(double average, double fading) {
    private static final StorySimilarity NONE = new StorySimilarity(0, 1);

    private static final double FRESH_DAYS = 1;
    private static final double FADING_DAYS = 1.5;
    private static final double SLOWED_BY_NAMES = 1.5;
    private static final double MANY_NAMES = 4;
    private static final double SECONDS_A_DAY = 86_400;

    /**
     * How much two articles are alike.
     *
     * @param storyScore 0.0 to 1.0
     * @param rareNames number of rare names that both have among their weightiest words
     */
    public record Likeness(double storyScore, int rareNames) {
        /** Two articles that have no pair. */
        public static final Likeness NONE = new Likeness(0, 0);
    }

    /**
     * The members that count for an article: earlier ones of the last {@code days} days, without copies and articles
     * that bind no story.
     *
     * @param members of the story, in canonical order
     * @param article position of the article
     */
    public static List<CanonicalPosition> countingMembers(
            Collection<Member> members, CanonicalPosition article, int days) {
        return members.stream()
                .filter(m -> m.counts()
                        && m.position().isBefore(article)
                        && m.position().isWithin(days, article))
                .map(Member::position)
                .toList();
    }

    /**
     * The similarity of an article to a story; 0 where no member counts.
     *
     * @param members of the story, in canonical order, so that sums are the same to the last bit
     * @param article position of the article
     * @param days as in {@link #countingMembers}
     * @param likeness of the article to the member of an id
     */
    public static StorySimilarity of(
            Collection<Member> members, CanonicalPosition article, int days, Function<String, Likeness> likeness) {
        List<CanonicalPosition> counting = countingMembers(members, article, days);
        if (counting.isEmpty()) {
            return NONE;
        }
        double scores = 0;
        double names = 0;
        for (CanonicalPosition member : counting) {
            Likeness like = likeness.apply(member.id());
            scores += like.storyScore();
            names += Math.min(1, like.rareNames() / MANY_NAMES);
        }
        CanonicalPosition first = members.iterator().next().position();
        double age = Duration.between(first.time(), article.time()).toSeconds() / SECONDS_A_DAY;
        double slowed = FADING_DAYS * (1 + SLOWED_BY_NAMES * names / counting.size());
        return new StorySimilarity(scores / counting.size(), StrictMath.exp(-Math.max(0, age - FRESH_DAYS) / slowed));
    }

    /** 0.0 to 1.0. */
    public double value() {
        return average * fading;
    }
}
