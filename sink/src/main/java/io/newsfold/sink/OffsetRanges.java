package io.newsfold.sink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The ranges of one partition, as the names of its files tell them: they follow each other without gap or overlap. */
record OffsetRanges(List<List<HistoryFile>> complete, long next, long unfinished) {
    /**
     * Puts the files of a partition into order.
     *
     * @throws OutputException where ranges do not follow each other
     */
    static OffsetRanges of(Collection<HistoryFile> files, int partition, Path folder) {
        TreeMap<Long, List<HistoryFile>> byFirst = new TreeMap<>();
        for (HistoryFile file : files) {
            if (file.partition() == partition) {
                byFirst.computeIfAbsent(file.first(), f -> new ArrayList<>()).add(file);
            }
        }
        List<List<HistoryFile>> complete = new ArrayList<>();
        long next = 0;
        for (List<HistoryFile> parts : byFirst.values()) {
            HistoryFile one = parts.get(0);
            boolean torn = parts.stream().anyMatch(f -> f.next() != one.next() || f.parts() != one.parts());
            boolean last = one.first() == byFirst.lastKey();
            if (one.first() != next || torn || parts.size() < one.parts() && !last) {
                throw new OutputException("the files of partition " + partition + " in " + folder
                        + " do not follow each other at offset " + next);
            }
            if (parts.size() < one.parts()) {
                return new OffsetRanges(complete, next, one.next());
            }
            parts.sort(Comparator.comparing(HistoryFile::part));
            complete.add(parts);
            next = one.next();
        }
        return new OffsetRanges(complete, next, next);
    }
}
