package io.newsfold.enrich.cluster;

import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The must-link and cannot-link constraints on an article, from the overrides of it and earlier articles. Of
 * contradicting ones must-link wins, and then the earlier article.
 *
 * @param original must-link: the article that it is a copy of; null where there is none
 * @param companion must-link: the article whose story it belongs to; null where there is none
 * @param excludedOriginals cannot-link: ids of articles that it is no copy of
 * @param excludedStories cannot-link: ids of stories that it does not belong to
 */
record PairConstraints(
        @Nullable ClusteredArticle original,
        @Nullable ClusteredArticle companion,
        Set<String> excludedOriginals,
        Set<String> excludedStories) {
    private static final PairConstraints NONE = new PairConstraints(null, null, Set.of(), Set.of());

    static PairConstraints of(ClusteredArticle article, ClusterStore store) {
        List<LineageOverride> overrides = store.overrides(article.id());
        if (overrides.isEmpty()) {
            return NONE;
        }
        ClusteredArticle original = null;
        ClusteredArticle companion = null;
        Set<String> excludedOriginals = new HashSet<>();
        Set<String> excludedStories = new HashSet<>();
        for (LineageOverride override : overrides) {
            ClusteredArticle other = store.article(override.other(article.id()))
                    .filter(o -> isDecidedBefore(o, article))
                    .orElse(null);
            Decision decision = other == null ? null : other.decision();
            if (other == null || decision == null || override.is() == null) {
                continue;
            }
            boolean isMustLink = override.is();
            if (override.about() == Matter.COPY) {
                if (isMustLink) {
                    original = earlier(original, other);
                } else {
                    excludedOriginals.add(other.id());
                }
            } else if (isMustLink) {
                companion = earlier(companion, other);
            } else {
                excludedStories.add(decision.story());
            }
        }
        return new PairConstraints(original, companion, excludedOriginals, excludedStories);
    }

    private static boolean isDecidedBefore(ClusteredArticle other, ClusteredArticle article) {
        return !other.withdrawn()
                && other.language().equals(article.language())
                && other.position().isBefore(article.position());
    }

    private static ClusteredArticle earlier(@Nullable ClusteredArticle one, ClusteredArticle other) {
        return one == null || other.position().isBefore(one.position()) ? other : one;
    }

    /** Whether the article may join a story; where it has a companion, that decides instead. */
    boolean allowStory(String story) {
        return !excludedStories.contains(story);
    }

    boolean allowCopyOf(ClusteredArticle other) {
        String story = Objects.requireNonNull(other.decision()).story();
        boolean allowed = companion == null
                ? allowStory(story)
                : story.equals(Objects.requireNonNull(companion.decision()).story());
        return allowed && !excludedOriginals.contains(other.id());
    }
}
