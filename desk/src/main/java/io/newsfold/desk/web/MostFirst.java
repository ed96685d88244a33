package io.newsfold.desk.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts by name, the largest first. */
final class MostFirst {
    private MostFirst() {}

    /** The {@code many} largest; of equal ones the first by name come first. */
    static Map<String, Long> of(Map<String, Long> counts, int many) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .limit(many)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }
}
