package io.newsfold.sink;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a history file: which offsets of which partition it holds, and which part of them.
 *
 * @param first first offset of the range
 * @param next offset after the last of the range
 * @param date day of publication; Hive's word for none where the rows are of things that are no more
 * @param part from 1: a range is divided by date, and is there only when all its parts are
 */
record HistoryFile(int partition, long first, long next, int part, int parts, String date) {
    private static final Pattern NAME = Pattern.compile("p(\\d+)-(\\d{20})-(\\d{20})\\.(\\d+)of(\\d+)\\.jsonl");
    private static final String FOLDER = "date=";

    /** What Hive, and so DuckDB, take for no value. */
    static final String NO_DATE = "__HIVE_DEFAULT_PARTITION__";

    /** Path below the topic's folder. */
    String path() {
        return String.format(
                java.util.Locale.ROOT,
                "%s%s/p%d-%020d-%020d.%dof%d.jsonl",
                FOLDER,
                date,
                partition,
                first,
                next,
                part,
                parts);
    }

    /** Empty where the name is not one of ours. */
    static Optional<HistoryFile> parse(String folder, String name) {
        Matcher match = NAME.matcher(name);
        if (!folder.startsWith(FOLDER) || !match.matches()) {
            return Optional.empty();
        }
        return Optional.of(new HistoryFile(
                Integer.parseInt(match.group(1)),
                Long.parseLong(match.group(2)),
                Long.parseLong(match.group(3)),
                Integer.parseInt(match.group(4)),
                Integer.parseInt(match.group(5)),
                folder.substring(FOLDER.length())));
    }
}
