package io.newsfold.text.spelling;

/** The edit distance of two words, in which two exchanged neighbours count once (optimal string alignment). */
public final class EditDistance {
    private EditDistance() {}

    /** How many characters have to be inserted, removed, replaced or exchanged with their neighbour. */
    public static int of(String one, String other) {
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : of(one, other, i, j, distances);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int of(String one, String other, int i, int j, int[][] known) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(known[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(known[i - 1][j], known[i][j - 1]));
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(least, known[i - 2][j - 2] + 1) : least;
    }
}
