package io.newsfold.text.article;

import java.util.Collection;
import java.util.Optional;

/** Finds the known name that an unknown one is most likely meant to be. */
final class NearestName {
    private static final int LONGEST = 40;

    private NearestName() {}

    /** The known name that differs in one letter, in two where the name is long, or that is a part of the name. */
    static Optional<String> of(String name, Collection<String> known) {
        String plain = FieldPath.plain(name);
        Optional<String> spelling = spelling(name, known);
        return spelling.isPresent() || plain.length() > LONGEST
                ? spelling
                : known.stream()
                        .filter(k -> k.length() >= 4 && plain.contains(FieldPath.plain(k)))
                        .findFirst();
    }

    /** The known name that differs in one letter, in two where the name is long. */
    static Optional<String> spelling(String name, Collection<String> known) {
        String plain = FieldPath.plain(name);
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int least = plain.length() < 6 ? 2 : 3;
        for (String candidate : known) {
            int distance = distance(plain, FieldPath.plain(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters are to be put in, left out, replaced or exchanged with their neighbours. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
