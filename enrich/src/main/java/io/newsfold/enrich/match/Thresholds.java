package io.newsfold.enrich.match;

/**
 * The least scores and the time windows of the clustering.
 *
 * @param copy least copy score of a copy, above 0, at most 1
 * @param story least similarity of an article to the story that it joins, above 0, at most 1
 * @param copyDays how many days older the original of a copy may be
 * @param storyDays how many days older a member of a story may be to count in the average
 */
public record Thresholds(double copy, double story, int copyDays, int storyDays) {
    /** Chosen on the development sets (docs/merging.md). */
    public static final Thresholds DEFAULT = new Thresholds(0.48, 0.2, 30, 7);

    public Thresholds {
        if (!(copy > 0 && copy <= 1 && story > 0 && story <= 1 && copyDays > 0 && storyDays > 0)) {
            throw new IllegalArgumentException("thresholds are above 0 and at most 1, days above 0: " + copy + ", "
                    + story + ", " + copyDays + ", " + storyDays);
        }
    }
}
