package io.newsfold.enrich.fingerprint;

/**
 * The weights of terms in a language without a table of frequencies. In every language the frequent words are short, so
 * a word weighs by its length, and never as much as a rare one of a known language: such articles are rather kept apart.
 */
final class ShapeWeights implements TermWeights {
    private static final int LONGEST_WITHOUT_WEIGHT = 3;
    private static final int LETTERS_OF_FULL_WEIGHT = 12;

    @Override
    public String version() {
        return "none";
    }

    @Override
    public double weight(String term) {
        if (Character.isDigit(term.charAt(0))) {
            return HIGHEST;
        }
        int letters = term.codePointCount(0, term.length());
        double share = (double) (letters - LONGEST_WITHOUT_WEIGHT) / (LETTERS_OF_FULL_WEIGHT - LONGEST_WITHOUT_WEIGHT);
        return HIGHEST * Math.max(0, Math.min(1, share));
    }
}
