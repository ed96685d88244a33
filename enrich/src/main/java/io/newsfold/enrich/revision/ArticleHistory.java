package io.newsfold.enrich.revision;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Cleaning;
import io.newsfold.contract.CleanArticle.Version;
import io.newsfold.contract.CurrentVersion;
import io.newsfold.contract.Flag;
import io.newsfold.contract.ObservedVersion;
import io.newsfold.contract.SetAside;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.text.address.LinkAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** The article in its current version; empty where it was withdrawn or never delivered. */
    public Optional<CleanArticle> article(String id) {
        if (observed.isEmpty()) {
            return Optional.empty();
        }
        List<List<ObservedText>> revisions = revisions();
        CurrentVersion decision = CurrentVersion.of(
                        revisions.stream().map(ArticleHistory::version).toList())
                .orElseThrow();
        ObservedText current = representing(decision.sha256(), revisions);
        CleanText clean = current.text();
        return Optional.of(new CleanArticle(
                CleanArticle.SCHEMA,
                id,
                address(),
                source(current),
                clean.article().withPublished(earliestPublished(decision)),
                current.entities(),
                current.about(),
                MainPlace.of(clean.article(), current.entities()),
                clean.credits(),
                versions(revisions, decision),
                new Cleaning(clean.dropped()),
                clean.fields(),
                flags(clean, decision)));
    }

    /** Of the addresses under which the article came, the one to show; the same in whatever order they came. */
    private @Nullable String address() {
        return observed.stream()
                .map(ObservedText::address)
                .filter(Objects::nonNull)
                .min(LinkAddress.PREFERENCE)
                .orElse(null);
    }

    private static List<String> flags(CleanText current, CurrentVersion decision) {
        Stream<String> aside = decision.setAside().isEmpty() ? Stream.of() : Stream.of(Flag.VERSION_SET_ASIDE.code());
        return Stream.concat(current.flags().stream(), aside)
                .distinct()
                .sorted()
                .toList();
    }

    private static ObservedVersion version(List<ObservedText> revision) {
        return new ObservedVersion(
                revision.get(0).text().version(),
                times(revision).toList(),
                revision.stream().map(ObservedText::sketch).toList());
    }

    /** The text that represents a version. */
    private static ObservedText representing(String version, List<List<ObservedText>> revisions) {
        return revisions.stream()
                .map(revision -> revision.get(0))
                .filter(text -> text.text().version().equals(version))
                .findFirst()
                .orElseThrow();
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

    private static List<Version> versions(List<List<ObservedText>> revisions, CurrentVersion decision) {
        List<Version> versions = new ArrayList<>();
        @Nullable CleanText before = null;
        for (List<ObservedText> revision : revisions) {
            ObservedText first = revision.get(0);
            String sha256 = first.text().version();
            SetAside aside = decision.setAside().get(sha256);
            versions.add(new Version(
                    versions.size() + 1,
                    sha256,
                    first.first(),
                    source(first),
                    before == null ? List.of() : TextChanges.between(before, first.text()),
                    aside == null ? null : aside.code()));
            before = aside == null || before == null ? first.text() : before;
        }
        return versions;
    }

    private static CleanArticle.Source source(ObservedText text) {
        return new CleanArticle.Source(
                text.source().id(), text.source().feed(), text.text().publisher());
    }

    /** An edit does not make an article younger; a version that does not count has no say. */
    private @Nullable OffsetDateTime earliestPublished(CurrentVersion decision) {
        return observed.stream()
                .filter(s -> !decision.setAside().containsKey(s.text().version()))
                .map(s -> s.text().article().published())
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
