package io.newsfold.enrich.clean.input;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads from a regular expression some literals of which every match has at least one: a text without them cannot
 * match, which is cheap to see. Groups, classes, quantifiers, anchors and looks around are understood; flags inside of
 * the expression, quoting and back references are not.
 */
final class RequiredLiterals {
    private static final int LEAST_CHARS = 2;

    private final String pattern;
    private int at;

    private RequiredLiterals(String pattern) {
        this.pattern = pattern;
    }

    /** The literals, of two characters or more; empty where the expression can do without any. */
    static Set<String> of(String pattern) {
        Set<String> literals = new RequiredLiterals(pattern).alternatives();
        return shortest(literals) < LEAST_CHARS ? Set.of() : literals;
    }

    /** Length of the shortest literal; 0 where there is none. */
    private static int shortest(Set<String> literals) {
        return literals.stream().mapToInt(String::length).min().orElse(0);
    }

    /** Reads alternatives up to the end of their group; empty where one of them can do without a literal. */
    private Set<String> alternatives() {
        Set<String> all = new LinkedHashSet<>();
        boolean each = true;
        while (true) {
            Set<String> one = sequence();
            each &= !one.isEmpty();
            all.addAll(one);
            if (at >= pattern.length() || pattern.charAt(at) != '|') {
                return each ? all : Set.of();
            }
            at++;
        }
    }

    /** Reads one alternative; returns the literals of its best part. */
    private Set<String> sequence() {
        Best best = new Best();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            char c = pattern.charAt(at);
            switch (c) {
                case '(' -> group(best);
                case '[' -> {
                    skipClass();
                    skipQuantifier();
                    best.endRun();
                }
                case '.', '^', '$' -> {
                    at++;
                    skipQuantifier();
                    best.endRun();
                }
                case '\\' -> escape(best);
                default -> {
                    at++;
                    character(c, best);
                }
            }
        }
        best.endRun();
        return best.literals;
    }

    /** A letter or digit after a backslash is a class or a boundary; anything else is itself. */
    private void escape(Best best) {
        char c = pattern.charAt(at + 1);
        at += 2;
        if (!Character.isLetterOrDigit(c)) {
            character(c, best);
            return;
        }
        if (c == 'p' || c == 'P') {
            at = pattern.indexOf('}', at) + 1;
        }
        skipQuantifier();
        best.endRun();
    }

    /** A character belongs to the run of literals, unless a quantifier makes it optional. */
    private void character(char c, Best best) {
        int before = at;
        boolean required = skipQuantifier();
        if (required) {
            best.run.append(c);
        }
        if (at > before) {
            best.endRun();
        }
    }

    private void group(Best best) {
        best.endRun();
        boolean looksAround = pattern.startsWith("(?=", at)
                || pattern.startsWith("(?!", at)
                || pattern.startsWith("(?<=", at)
                || pattern.startsWith("(?<!", at);
        at += pattern.startsWith("(?:", at) ? 3 : 1;
        if (looksAround) {
            at += pattern.charAt(at + 1) == '<' ? 3 : 2;
        }
        Set<String> inside = alternatives();
        at++; // the closing bracket
        if (skipQuantifier() && !looksAround) {
            best.offer(inside);
        }
    }

    private void skipClass() {
        int depth = 0;
        do {
            char c = pattern.charAt(at);
            depth += c == '[' ? 1 : 0;
            depth -= c == ']' ? 1 : 0;
            at += c == '\\' ? 2 : 1;
        } while (depth > 0);
    }

    /** Skips a quantifier, where there is one; returns whether what is before it must be there. */
    private boolean skipQuantifier() {
        if (at >= pattern.length() || "?*+{".indexOf(pattern.charAt(at)) < 0) {
            return true;
        }
        boolean required = pattern.charAt(at) == '+'
                || pattern.charAt(at) == '{' && !pattern.startsWith("{0", at) && !pattern.startsWith("{,", at);
        at = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
        if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
            at++; // reluctant or possessive
        }
        return required;
    }

    /** The best literals of a sequence so far: those whose shortest is the longest. */
    private static final class Best {
        private final StringBuilder run = new StringBuilder();
        private Set<String> literals = Set.of();

        void endRun() {
            if (!run.isEmpty()) {
                offer(Set.of(run.toString()));
                run.setLength(0);
            }
        }

        void offer(Set<String> others) {
            if (shortest(others) > shortest(literals)) {
                literals = others;
            }
        }
    }
}
