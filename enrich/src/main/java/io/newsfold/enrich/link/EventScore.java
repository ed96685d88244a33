package io.newsfold.enrich.link;

import io.newsfold.contract.Story.Named;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How much speaks for two stories of different languages being on one event: the entities that both name, by id or by
 * the sound of their names, the figures that both give, and the time between them. Pure and symmetric; other words play
 * no part.
 *
 * @param entities that both name, as the first story names them
 * @param figures that both give
 * @param weight of these, 0 or more: 3 for a person, 2 for a body, an event or a work, 1.5 for a town, 0.5 or less for
 *     what is in the news of every day, 0.6 to 2 for a word by its sound
 * @param score 0.0 to 1.0, in thousandths: the weight as a share of all that the two name and give (cosine), less with
 *     the time between them
 * @param isLink whether the two stories are linked
 */
public record EventScore(List<Named> entities, List<String> figures, double weight, double score, boolean isLink) {
    /** Stories whose first articles are further apart are not compared. */
    static final Duration LONGEST = Duration.ofDays(3);

    /** The least score of a link. */
    public static final double THRESHOLD = 0.22;

    /** The least weight of a link. */
    public static final double LEAST_WEIGHT = 3;

    private static final double WEIGHT_OF_FIGURE = 1.5;
    private static final double WEIGHT_OF_SHORT_FIGURE = 0.5;
    private static final double MOST_FOR_FIGURES = 4;
    private static final Duration DECAY = Duration.ofDays(4);
    private static final int THOUSANDTHS = 1_000;

    public EventScore {
        entities = List.copyOf(entities);
        figures = List.copyOf(figures);
    }

    /** Compares two stories; stories of one language or far apart in time have nothing in common here. */
    public static EventScore of(StorySignature one, StorySignature other) {
        Duration apart = Duration.between(one.first(), other.first()).abs();
        if (one.inLanguage().equals(other.inLanguage()) || apart.compareTo(LONGEST) > 0) {
            return new EventScore(List.of(), List.of(), 0, 0, false);
        }
        Set<String> ids = shared(ids(one), ids(other));
        Set<String> sounds = shared(sounds(one, ids), sounds(other, ids));
        List<SoundedName> names = one.names().stream()
                .filter(name -> ids.contains(name.entity().id()) || !Collections.disjoint(sounds, name.sounds()))
                .toList();
        List<String> figures = List.copyOf(shared(figures(one), figures(other)));
        double weight = ids.stream()
                        .mapToDouble(id -> Math.min(weight(one, id), weight(other, id)))
                        .sum()
                + sounds.stream().mapToDouble(SoundedName::weight).sum()
                + weight(figures);
        double score = rounded(weight
                / Math.sqrt(weight(one) * weight(other))
                * StrictMath.exp(-(double) apart.toMinutes() / DECAY.toMinutes()));
        return new EventScore(
                names.stream().map(SoundedName::entity).toList(),
                figures,
                weight,
                score,
                score >= THRESHOLD && weight >= LEAST_WEIGHT && !Collections.disjoint(one.keys(), other.keys()));
    }

    private static Set<String> ids(StorySignature story) {
        return story.names().stream().map(name -> name.entity().id()).collect(Collectors.toSet());
    }

    /** The weight of a story's name with this id. */
    private static double weight(StorySignature story, String id) {
        return story.names().stream()
                .filter(name -> name.entity().id().equals(id))
                .mapToDouble(SoundedName::weight)
                .findFirst()
                .orElse(0);
    }

    /** The sounds of the names that are not shared by their ids. */
    private static Set<String> sounds(StorySignature story, Set<String> sharedIds) {
        return story.names().stream()
                .filter(name -> !sharedIds.contains(name.entity().id()))
                .flatMap(name -> name.sounds().stream())
                .collect(Collectors.toSet());
    }

    /** The figures that say something. */
    private static Set<String> figures(StorySignature story) {
        return story.figures().stream().filter(figure -> weight(figure) > 0).collect(Collectors.toSet());
    }

    private static Set<String> shared(Set<String> ones, Set<String> others) {
        Set<String> shared = new TreeSet<>(ones);
        shared.retainAll(others);
        return shared;
    }

    /** All that a story names and gives; at least 1. */
    private static double weight(StorySignature story) {
        double names = story.names().stream().mapToDouble(SoundedName::weight).sum();
        return Math.max(1, names + weight(figures(story)));
    }

    private static double weight(Collection<String> figures) {
        return Math.min(
                MOST_FOR_FIGURES,
                figures.stream().mapToDouble(EventScore::weight).sum());
    }

    /** Nothing for a single digit and for years: every text has some. */
    private static double weight(String figure) {
        boolean isYear = figure.length() == 4 && (figure.startsWith("19") || figure.startsWith("20"));
        if (figure.length() < 2 || isYear) {
            return 0;
        }
        return figure.length() == 2 ? WEIGHT_OF_SHORT_FIGURE : WEIGHT_OF_FIGURE;
    }

    private static double rounded(double score) {
        return (double) Math.round(Math.min(1, score) * THOUSANDTHS) / THOUSANDTHS;
    }
}
