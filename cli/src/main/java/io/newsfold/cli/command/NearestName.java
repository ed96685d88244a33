package io.newsfold.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was meant: the one from which a misspelt word differs in the fewest letters. */
final class NearestName {
    private NearestName() {}

    /** The nearest of the names; empty where none is near. */
    static Optional<String> of(String word, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(word, name) <= Math.max(1, Math.min(word.length(), name.length()) / 3))
                .min(Comparator.<String>comparingInt(name -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters have to be inserted, removed, replaced or exchanged with their neighbour. */
    static int distance(String one, String other) {
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : distance(one, other, i, j, distances);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int distance(String one, String other, int i, int j, int[][] known) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(known[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(known[i - 1][j], known[i][j - 1]));
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(least, known[i - 2][j - 2] + 1) : least;
    }
}
