package io.newsfold.sink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The offset ranges of the history of one partition, from the names of its files. Each begins where the one before it
 * ends.
 *
 * @param complete the ranges of which all files exist, each as its files in the order of parts
 * @param next offset after the last complete range; 0 where there is none
 * @param unfinishedEnd offset after a last range of which files are missing, which begins at {@code next}; the same as
 *     {@code next} where there is none
 */
record OffsetRanges(List<List<HistoryFile>> complete, long next, long unfinishedEnd) {
    OffsetRanges {
        complete = complete.stream().map(List::copyOf).toList();
    }

    /**
     * Derives the ranges of a partition.
     *
     * @param files of any partitions, in any order
     * @param folder for the message
     * @throws OutputException where there is a gap or an overlap between ranges, or parts of a range do not fit
     */
    static OffsetRanges of(Collection<HistoryFile> files, int partition, Path folder) {
        TreeMap<Long, List<HistoryFile>> byFirst = new TreeMap<>();
        for (HistoryFile file : files) {
            if (file.partition() == partition) {
                byFirst.computeIfAbsent(file.first(), first -> new ArrayList<>())
                        .add(file);
            }
        }
        List<List<HistoryFile>> complete = new ArrayList<>();
        long next = 0;
        for (List<HistoryFile> parts : byFirst.values()) {
            HistoryFile one = parts.get(0);
            boolean isUnfinished = parts.size() < one.parts();
            boolean isLast = one.first() == byFirst.lastKey();
            if (one.first() != next || !fit(parts) || isUnfinished && !isLast) {
                throw new OutputException("the files of partition " + partition + " in " + folder
                        + " do not follow each other at offset " + next);
            }
            if (isUnfinished) {
                return new OffsetRanges(complete, next, one.next());
            }
            parts.sort(Comparator.comparing(HistoryFile::part));
            complete.add(parts);
            next = one.next();
        }
        return new OffsetRanges(complete, next, next);
    }

    /** Whether all parts name the same range and the same number of parts. */
    private static boolean fit(List<HistoryFile> parts) {
        HistoryFile one = parts.get(0);
        return parts.stream().allMatch(part -> part.next() == one.next() && part.parts() == one.parts());
    }
}
