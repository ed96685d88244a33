package io.newsfold.enrich.clean.field;

import io.newsfold.contract.CleanArticle.Origin;
import io.newsfold.text.charset.TextNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Candidates for a field, each with its origin and its confidence; the best one wins and the others stay as rivals.
 *
 * @param <T> what the field holds
 * @param candidates in the order in which they were found
 * @param unread what was given for the field and is no value of it
 */
public record FieldCandidates<T>(List<Candidate<T>> candidates, List<Unread> unread) {
    private static final int RIVALS_NOTED = 5;
    private static final int UNREAD_CHARS = 200;

    /**
     * A value for a field.
     *
     * @param <T> what the field holds
     * @param from where it was found, in words
     * @param confidence 0.0 to 1.0
     */
    public record Candidate<T>(T value, String from, double confidence) {}

    /**
     * A text that was given for the field and cannot be read, or not in one way.
     *
     * @param text one clean line of at most 200 characters
     * @param from where it was found, in words
     * @param ambiguous whether it has two readings that nothing decides between
     */
    public record Unread(String text, String from, boolean ambiguous) {
        public Unread {
            text = TextNormalizer.oneLine(TextNormalizer.apply(text).text());
            text = TextNormalizer.cut(text, UNREAD_CHARS);
        }
    }

    public FieldCandidates {
        candidates = List.copyOf(candidates);
        unread = List.copyOf(unread);
    }

    /** No candidate yet. */
    public static <T> FieldCandidates<T> none() {
        return new FieldCandidates<>(List.of(), List.of());
    }

    /** The same with one candidate more; among equals the first wins. */
    public FieldCandidates<T> with(T value, String from, Confidence confidence) {
        return with(value, from, confidence.value());
    }

    /** @param confidence 0.0 to 1.0 */
    public FieldCandidates<T> with(T value, String from, double confidence) {
        List<Candidate<T>> more = new ArrayList<>(candidates);
        more.add(new Candidate<>(value, from, confidence));
        return new FieldCandidates<>(more, unread);
    }

    /** The same with each candidate changed. */
    FieldCandidates<T> map(UnaryOperator<Candidate<T>> change) {
        return new FieldCandidates<>(candidates.stream().map(change).toList(), unread);
    }

    /** The same without the candidates that are {@code wrong}. */
    public FieldCandidates<T> without(Predicate<T> wrong) {
        return new FieldCandidates<>(
                candidates.stream().filter(c -> !wrong.test(c.value())).toList(), unread);
    }

    FieldCandidates<T> withUnread(Unread text) {
        List<Unread> more = new ArrayList<>(unread);
        more.add(text);
        return new FieldCandidates<>(candidates, more);
    }

    /** Whether some candidate has {@code value} with at least that confidence. */
    public boolean isAsSure(T value, double confidence) {
        return candidates.stream()
                .anyMatch(c -> c.confidence() >= confidence && c.value().equals(value));
    }

    Optional<Candidate<T>> bestCandidate() {
        double best =
                candidates.stream().mapToDouble(Candidate::confidence).max().orElse(0.0);
        return candidates.stream().filter(c -> c.confidence() == best).findFirst();
    }

    /** Of the best, 0.0 where nothing was found. */
    public double confidence() {
        return bestCandidate().map(Candidate::confidence).orElse(0.0);
    }

    /** The first value that was found there. */
    Optional<T> from(String origin) {
        return candidates.stream()
                .filter(c -> c.from().equals(origin))
                .map(Candidate::value)
                .findFirst();
    }

    /** The value with the highest confidence. */
    public Optional<T> best() {
        return bestCandidate().map(Candidate::value);
    }

    /** The values without the best, once each, the surest first. */
    public List<T> rivals() {
        Optional<T> best = best();
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate<T> c) -> c.confidence())
                        .reversed())
                .map(Candidate::value)
                .distinct()
                .filter(value -> !best.equals(Optional.of(value)))
                .toList();
    }

    /** Null where nothing was found. */
    public @Nullable Origin origin() {
        return bestCandidate().map(this::origin).orElse(null);
    }

    /** The origin where nothing was found but what cannot be read: its texts are the rivals; null without any. */
    public @Nullable Origin originOfUnread() {
        return unread.isEmpty()
                ? null
                : new Origin(
                        unread.get(0).from(),
                        0.0,
                        unread.stream()
                                .map(Unread::text)
                                .distinct()
                                .limit(RIVALS_NOTED)
                                .toList());
    }

    private Origin origin(Candidate<T> best) {
        Stream<String> others = rivals().stream().map(Object::toString).limit(RIVALS_NOTED);
        return new Origin(best.from(), best.confidence(), others.toList());
    }
}
