package io.newsfold.enrich.clean.input;

import java.util.List;
import java.util.Set;

/**
 * A cheap test that a text must pass before one of some regular expressions can be found in it: it has one of the
 * literals that their matches have. Immutable.
 *
 * @param literals at least one of these is in every text that has a match
 * @param isOpen whether every text passes, because an expression can do without a literal
 */
public record LiteralFilter(List<Literal> literals, boolean isOpen) {
    public LiteralFilter {
        literals = List.copyOf(literals);
    }

    /** The test for expressions that are matched as they are, case included. */
    public static LiteralFilter anyOf(List<String> patterns) {
        List<Set<String>> required = patterns.stream().map(RequiredLiterals::of).toList();
        return new LiteralFilter(
                required.stream()
                        .flatMap(Set::stream)
                        .distinct()
                        .map(Literal::of)
                        .toList(),
                required.stream().anyMatch(Set::isEmpty));
    }

    /** Whether a match is possible in the text. */
    public boolean passes(Subject text) {
        if (isOpen) {
            return true;
        }
        for (Literal literal : literals) {
            if (literal.isIn(text)) {
                return true;
            }
        }
        return false;
    }

    /** A text that many filters look at. */
    public record Subject(String text, Bigrams bigrams) {
        public static Subject of(String text) {
            return new Subject(text, Bigrams.of(text));
        }
    }

    /** Characters that stand beside each other in every match. */
    public record Literal(String text, Bigrams bigrams) {
        static Literal of(String text) {
            return new Literal(text, Bigrams.of(text));
        }

        boolean isIn(Subject subject) {
            return subject.bigrams().hasAll(bigrams) && subject.text().contains(text);
        }
    }

    /**
     * A set of pairs of characters in 256 bits, some of which share one: a text that lacks one of them lacks the
     * literal.
     */
    public record Bigrams(long a, long b, long c, long d) {
        static Bigrams of(String text) {
            long[] bits = new long[4];
            for (int i = 1; i < text.length(); i++) {
                int bit = (text.charAt(i - 1) * 31 + text.charAt(i) * 7) & 255;
                bits[bit >> 6] |= 1L << (bit & 63);
            }
            return new Bigrams(bits[0], bits[1], bits[2], bits[3]);
        }

        boolean hasAll(Bigrams o) {
            return (a & o.a) == o.a && (b & o.b) == o.b && (c & o.c) == o.c && (d & o.d) == o.d;
        }
    }
}
