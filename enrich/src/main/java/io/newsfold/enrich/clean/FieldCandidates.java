package io.newsfold.enrich.clean;

import io.newsfold.contract.CleanArticle.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Candidates for a field, each with its place and how much it is worth; the best one wins and the others stay as rivals.
 *
 * @param <T> what the field holds
 */
final class FieldCandidates<T> {
    private record Candidate<T>(T value, String from, double confidence) {}

    private final List<Candidate<T>> candidates = new ArrayList<>();

    /** @param confidence 0.0 to 1.0; among equals the first added wins */
    void add(T value, String from, double confidence) {
        candidates.add(new Candidate<>(value, from, confidence));
    }

    void removeIf(Predicate<T> wrong) {
        candidates.removeIf(c -> wrong.test(c.value()));
    }

    /** Whether some witness gave {@code value} with at least so much confidence. */
    boolean isAsSure(T value, double confidence) {
        return candidates.stream()
                .anyMatch(c -> c.confidence() >= confidence && c.value().equals(value));
    }

    private Optional<Candidate<T>> bestCandidate() {
        return candidates.stream()
                .max(Comparator.comparingDouble(Candidate::confidence))
                .map(best -> candidates.stream()
                        .filter(c -> c.confidence() == best.confidence())
                        .findFirst()
                        .orElse(best));
    }

    /** Of the best, 0.0 where nothing was found. */
    double confidence() {
        return bestCandidate().map(Candidate::confidence).orElse(0.0);
    }

    /** The first value from that place. */
    Optional<T> from(String place) {
        return candidates.stream()
                .filter(c -> c.from().equals(place))
                .map(Candidate::value)
                .findFirst();
    }

    Optional<T> best() {
        return bestCandidate().map(Candidate::value);
    }

    /** The values without the best, once each. */
    List<T> rivals() {
        Map<T, Boolean> others = new LinkedHashMap<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate<T> c) -> c.confidence())
                        .reversed())
                .forEach(c -> others.put(c.value(), true));
        best().ifPresent(others::remove);
        return List.copyOf(others.keySet());
    }

    /** Null where nothing was found. */
    @Nullable
    Origin origin() {
        return bestCandidate()
                .map(best -> new Origin(
                        best.from(),
                        best.confidence(),
                        rivals().stream().map(Object::toString).limit(5).toList()))
                .orElse(null);
    }
}
