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
 * What people want of an article, from what they said of it and those before it; of contradictions, what joins wins, and then the earlier article.
 *
 * @param original that it is a copy of
 * @param companion whose story it belongs to
 * @param others that it is no copy of
 * @param parted stories that it does not belong to
 */
record PairConstraints(
        @Nullable ClusteredArticle original,
        @Nullable ClusteredArticle companion,
        Set<String> others,
        Set<String> parted) {
    private static final PairConstraints NONE = new PairConstraints(null, null, Set.of(), Set.of());

    static PairConstraints of(ClusteredArticle article, ClusterStore ledger) {
        List<LineageOverride> said = ledger.overrides(article.id());
        if (said.isEmpty()) {
            return NONE;
        }
        ClusteredArticle original = null;
        ClusteredArticle companion = null;
        Set<String> others = new HashSet<>();
        Set<String> parted = new HashSet<>();
        for (LineageOverride override : said) {
            ClusteredArticle other = ledger.node(override.other(article.id()))
                    .filter(node -> isReadBefore(node, article))
                    .orElse(null);
            Decision decision = other == null ? null : other.decision();
            if (other == null || decision == null || override.is() == null) {
                continue;
            }
            boolean aboutCopy = override.about() == Matter.COPY;
            if (!override.is()) {
                (aboutCopy ? others : parted).add(aboutCopy ? other.id() : decision.story());
            } else if (aboutCopy) {
                original = earlier(original, other);
            } else {
                companion = earlier(companion, other);
            }
        }
        return new PairConstraints(original, companion, others, parted);
    }

    private static boolean isReadBefore(ClusteredArticle node, ClusteredArticle article) {
        return !node.gone()
                && node.language().equals(article.language())
                && node.place().isBefore(article.place());
    }

    private static ClusteredArticle earlier(@Nullable ClusteredArticle one, ClusteredArticle other) {
        return one == null || other.place().isBefore(one.place()) ? other : one;
    }

    boolean allow(String story) {
        return !parted.contains(story);
    }

    boolean allowCopyOf(ClusteredArticle node) {
        String story = Objects.requireNonNull(node.decision()).story();
        boolean together = companion == null
                ? allow(story)
                : story.equals(Objects.requireNonNull(companion.decision()).story());
        return together && !others.contains(node.id());
    }
}
