package io.newsfold.enrich.classify;

import java.util.List;

/**
 * A line of the rules.
 *
 * @param code eight digits
 * @param parent the code above, or {@code -}
 * @param strong phrases that each nearly prove the topic
 * @param words words and phrases of which several together do
 * @param against phrases that speak against it
 * @param needed score that an article needs; 0 where the line does not say it
 */
record TopicRule(
        String code,
        String name,
        String parent,
        List<String> strong,
        List<String> words,
        List<String> against,
        double needed) {
    static final String NONE = "-";
    private static final int COLUMNS = 7;

    TopicRule {
        strong = List.copyOf(strong);
        words = List.copyOf(words);
        against = List.copyOf(against);
    }

    /**
     * Reads a line.
     *
     * @throws InvalidTopicRulesException where it has not seven columns, no code or name, or a number that is none
     */
    static TopicRule of(String line, String file, int number) throws InvalidTopicRulesException {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new InvalidTopicRulesException("%s:%d: seven columns with tabs between are needed, not %d"
                    .formatted(file, number, columns.length));
        }
        if (!columns[0].matches("\\d{8}") || columns[1].isBlank()) {
            throw new InvalidTopicRulesException(
                    "%s:%d: a code of eight digits and a name are needed".formatted(file, number));
        }
        return new TopicRule(
                columns[0],
                columns[1],
                columns[2],
                phrases(columns[3]),
                phrases(columns[4]),
                phrases(columns[5]),
                needed(columns[6], file, number));
    }

    private static double needed(String column, String file, int number) throws InvalidTopicRulesException {
        try {
            return column.isBlank() ? 0 : Double.parseDouble(column);
        } catch (NumberFormatException e) {
            throw new InvalidTopicRulesException("%s:%d: %s is no number".formatted(file, number, column));
        }
    }

    private static List<String> phrases(String column) {
        return List.of(column.split("\\|")).stream()
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }
}
