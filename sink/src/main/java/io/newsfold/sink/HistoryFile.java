package io.newsfold.sink;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a history file. A range of offsets is divided by date, one file for each part, and is complete only with
 * all its parts.
 *
 * @param partition partition of the topic
 * @param first first offset of the range
 * @param next offset after the last of the range
 * @param part number of this part, from 1
 * @param parts number of parts of the range
 * @param date day of publication; {@link RecordDate#NONE} where the rows are of several days, or are tombstones
 * @param format format of the file
 */
record HistoryFile(int partition, long first, long next, int part, int parts, String date, Format format) {
    private static final Pattern NAME = Pattern.compile("p(?<partition>\\d{1,9})-(?<first>\\d{20})-(?<next>\\d{20})"
            + "\\.(?<part>\\d{1,9})of(?<parts>\\d{1,9})\\.(?<suffix>.+)");
    private static final String FOLDER = "date=";

    /** Path relative to the topic's folder, with slashes. */
    String path() {
        return String.format(
                Locale.ROOT,
                "%s%s/p%d-%020d-%020d.%dof%d.%s",
                FOLDER,
                date,
                partition,
                first,
                next,
                part,
                parts,
                format.suffix());
    }

    /** Reads a path relative to the topic's folder, with slashes; empty where it is not one of ours. */
    static Optional<HistoryFile> parse(String path) {
        int slash = path.lastIndexOf('/');
        Matcher match = NAME.matcher(path.substring(slash + 1));
        if (!path.startsWith(FOLDER) || slash < 0 || !match.matches()) {
            return Optional.empty();
        }
        return Format.ofSuffix(match.group("suffix"))
                .map(format -> new HistoryFile(
                        Integer.parseInt(match.group("partition")),
                        Long.parseLong(match.group("first")),
                        Long.parseLong(match.group("next")),
                        Integer.parseInt(match.group("part")),
                        Integer.parseInt(match.group("parts")),
                        path.substring(FOLDER.length(), slash),
                        format));
    }
}
