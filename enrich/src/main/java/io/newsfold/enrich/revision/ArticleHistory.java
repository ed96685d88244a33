package io.newsfold.enrich.revision;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Cleaning;
import io.newsfold.contract.CleanArticle.Version;
import io.newsfold.contract.CurrentVersion;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.text.address.LinkAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All deliveries of one article. A withdrawal holds for texts that were fetched up to its time; a later fetch brings
 * the article back.
 *
 * @param withdrawn time of the latest withdrawal; null where there was none
 * @param observed texts that were fetched after the withdrawal, in no particular order
 */
public record ArticleHistory(@Nullable Instant withdrawn, List<ObservedText> observed) {
    public static final ArticleHistory EMPTY = new ArticleHistory(null, List.of());

    public ArticleHistory {
        observed = List.copyOf(observed);
    }

    /** This history and one more delivery. */
    public ArticleHistory with(ObservedText delivery) {
        List<ObservedText> all = new ArrayList<>();
        List<Instant> times = new ArrayList<>(delivery.fetched());
        for (ObservedText known : observed) {
            if (known.isSameText(delivery)) {
                times.addAll(known.fetched());
            } else {
                all.add(known);
            }
        }
        fetchedAfter(withdrawn, delivery.withFetched(times)).ifPresent(all::add);
        return new ArticleHistory(withdrawn, all);
    }

    /** This history and a withdrawal. */
    public ArticleHistory withdrawnAt(Instant time) {
        Instant latest = withdrawn == null || time.isAfter(withdrawn) ? time : withdrawn;
        return new ArticleHistory(
                latest,
                observed.stream().flatMap(s -> fetchedAfter(latest, s).stream()).toList());
    }

    private static Optional<ObservedText> fetchedAfter(@Nullable Instant withdrawal, ObservedText text) {
        List<Instant> left = text.fetched().stream()
                .filter(t -> !CurrentVersion.isWithdrawn(t, withdrawal))
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(text.withFetched(left));
    }

    /**
     * The article in its current version; empty where it was withdrawn or never delivered.
     *
     * @param key the raw key, where it is an address; null where it is a digest
     */
    public Optional<CleanArticle> article(String id, @Nullable String key) {
        if (observed.isEmpty()) {
            return Optional.empty();
        }
        List<List<ObservedText>> revisions = revisions();
        ObservedText current = current(revisions);
        CleanText clean = current.text();
        return Optional.of(new CleanArticle(
                CleanArticle.SCHEMA,
                id,
                address(key),
                source(current),
                clean.article().withDatePublished(earliestPublished()),
                current.entities(),
                clean.credits(),
                versions(revisions),
                new Cleaning(clean.dropped()),
                clean.fields(),
                clean.flags()));
    }

    /** Of the addresses under which the article came, the one to show; the same in whatever order they came. */
    private @Nullable String address(@Nullable String key) {
        return observed.stream()
                .map(text -> text.address() == null ? key : text.address())
                .filter(Objects::nonNull)
                .min(LinkAddress.PREFERENCE)
                .orElse(null);
    }

    /** The text that represents the current version. */
    private static ObservedText current(List<List<ObservedText>> revisions) {
        Map<String, List<Instant>> fetches = new HashMap<>();
        Map<String, ObservedText> texts = new HashMap<>();
        for (List<ObservedText> revision : revisions) {
            String version = revision.get(0).text().version();
            fetches.put(version, times(revision).toList());
            texts.put(version, revision.get(0));
        }
        return CurrentVersion.of(fetches).map(texts::get).orElseThrow();
    }

    /** The texts by version, the one that represents it first; versions in the order of first fetch. */
    private List<List<ObservedText>> revisions() {
        Map<String, List<ObservedText>> byVersion = new LinkedHashMap<>();
        observed.stream()
                .sorted(Comparator.comparing(ObservedText::first).thenComparing(ObservedText::tieBreak))
                .forEach(s -> byVersion
                        .computeIfAbsent(s.text().version(), v -> new ArrayList<>())
                        .add(s));
        return byVersion.values().stream()
                .sorted(Comparator.comparing(ArticleHistory::firstFetched)
                        .thenComparing(v -> v.get(0).text().version()))
                .toList();
    }

    private static List<Version> versions(List<List<ObservedText>> revisions) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            ObservedText first = revisions.get(i).get(0);
            List<String> changes = i == 0
                    ? List.of()
                    : TextChanges.between(revisions.get(i - 1).get(0).text(), first.text());
            versions.add(new Version(i + 1, first.text().version(), first.first(), source(first), changes));
        }
        return versions;
    }

    private static CleanArticle.Source source(ObservedText text) {
        return new CleanArticle.Source(
                text.source().id(), text.source().feed(), text.text().publisher());
    }

    /** An edit does not make an article younger. */
    private @Nullable OffsetDateTime earliestPublished() {
        return observed.stream()
                .map(s -> s.text().article().datePublished())
                .filter(Objects::nonNull)
                .min(Comparator.comparing(OffsetDateTime::toInstant).thenComparing(OffsetDateTime::toString))
                .orElse(null);
    }

    private static Instant firstFetched(List<ObservedText> version) {
        return times(version).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Stream<Instant> times(List<ObservedText> version) {
        return version.stream().flatMap(s -> Stream.of(s.first(), s.last()));
    }
}
