package io.newsfold.enrich.clean.body;

/**
 * The longest run of letters that any match of a regular expression contains: a text without it cannot match, which is
 * cheap to see. Runs inside of groups and classes do not count.
 */
final class RequiredLiteral {
    private static final int LEAST_CHARS = 3;

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";

    private RequiredLiteral(String pattern) {
        this.pattern = pattern;
    }

    /**
     * @throws IllegalArgumentException where no run has three characters, or the pattern has alternatives outside of
     * groups
     */
    static String of(String pattern) {
        RequiredLiteral literal = new RequiredLiteral(pattern);
        for (int i = 0; i < pattern.length(); ) {
            i = literal.read(i);
        }
        literal.endRun();
        if (literal.longest.length() < LEAST_CHARS) {
            throw new IllegalArgumentException("no three literal characters outside of groups: " + pattern);
        }
        return literal.longest;
    }

    /** Reads one element of the pattern; returns where the next one begins. */
    private int read(int i) {
        char c = pattern.charAt(i);
        return switch (c) {
            case '(' -> skip(i, '(', ')');
            case '[' -> skip(i, '[', ']');
            case '\\' -> readEscape(i + 1);
            case '.', '^', '$' -> endRun(i + 1);
            case '?', '*' -> dropLast(i + 1);
            case '{' -> dropLast(pattern.indexOf('}', i) + 1);
            case '+' -> endRun(i + 1);
            case '|' -> throw new IllegalArgumentException("alternatives outside of groups: " + pattern);
            default -> append(c, i + 1);
        };
    }

    /** A letter after a backslash is a class or a boundary; anything else is itself. */
    private int readEscape(int i) {
        char c = pattern.charAt(i);
        if (!Character.isLetterOrDigit(c)) {
            return append(c, i + 1);
        }
        return endRun(c == 'p' ? pattern.indexOf('}', i) + 1 : i + 1);
    }

    private int skip(int start, char open, char close) {
        int depth = 0;
        int i = start;
        do {
            char c = pattern.charAt(i);
            depth += c == open ? 1 : 0;
            depth -= c == close ? 1 : 0;
            i += c == '\\' ? 2 : 1;
        } while (depth > 0);
        return endRun(i);
    }

    private int append(char c, int next) {
        run.append(c);
        return next;
    }

    /** What a quantifier makes optional is not required. */
    private int dropLast(int next) {
        run.setLength(Math.max(0, run.length() - 1));
        return endRun(next);
    }

    private int endRun(int next) {
        endRun();
        return next;
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }
}
