package io.newsfold.desk.index;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.VersionDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of an article's versions, as far as the index has them. A text belongs to the version with its digest, as
 * numbers change where an earlier version arrives later, and the latest version may be set aside.
 *
 * @param current number of the version that counts, from 1
 * @param byRevision texts by number of the version; that of {@code current} is always there
 */
public record VersionTexts(int current, SortedMap<Integer, FormerText> byRevision) {

    public VersionTexts {
        byRevision = new TreeMap<>(byRevision);
    }

    /** Takes one look-up for each version. */
    public static VersionTexts of(CleanArticle article, IndexQueries queries) {
        int last = article.versions().size();
        List<FormerText> texts = new ArrayList<>();
        texts.add(new FormerText(last, article.text().headline(), article.text().articleBody()));
        for (int revision = last; revision >= 1; revision--) {
            queries.formerText(article.id(), revision).ifPresent(texts::add);
        }
        TreeMap<Integer, FormerText> byRevision = new TreeMap<>();
        List<FormerText> unknown = new ArrayList<>();
        for (FormerText text : texts) {
            revision(article, text)
                    .ifPresentOrElse(
                            revision -> byRevision.putIfAbsent(revision, text.numbered(revision)),
                            () -> unknown.add(text));
        }
        // another build cleaned these otherwise, so their digests are gone: the numbers that they had are the best left
        unknown.forEach(text -> byRevision.putIfAbsent(text.revision(), text));
        return new VersionTexts(revision(article, texts.get(0)).orElse(last), byRevision);
    }

    private static Optional<Integer> revision(CleanArticle article, FormerText text) {
        String digest = VersionDigest.of(text.headline(), text.articleBody());
        return article.versions().stream()
                .filter(version -> version.sha256().equals(digest))
                .map(CleanArticle.Version::revision)
                .findFirst();
    }

    /** The text of a version; empty where the index never had it. */
    public Optional<FormerText> text(int revision) {
        return Optional.ofNullable(byRevision.get(revision));
    }

    /** The last version before this one whose text is here. */
    public Optional<Integer> before(int revision) {
        SortedMap<Integer, FormerText> earlier = byRevision.headMap(revision);
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.lastKey());
    }

    /** The first version after this one whose text is here. */
    public Optional<Integer> after(int revision) {
        SortedMap<Integer, FormerText> later = byRevision.tailMap(revision + 1);
        return later.isEmpty() ? Optional.empty() : Optional.of(later.firstKey());
    }
}
