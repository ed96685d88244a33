package io.newsfold.cli.command;

import io.newsfold.text.spelling.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was meant: the one from which a misspelt word differs in the fewest letters. */
final class NearestName {
    private NearestName() {}

    /** The nearest of the names; empty where none is near. */
    static Optional<String> of(String word, Collection<String> names) {
        return names.stream()
                .filter(name -> EditDistance.of(word, name) <= Math.max(1, Math.min(word.length(), name.length()) / 3))
                .min(Comparator.<String>comparingInt(name -> EditDistance.of(word, name))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
