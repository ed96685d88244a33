package io.newsfold.lab.chaos;

import java.util.List;
import java.util.Map;

/**
 * The result of a chaos run.
 *
 * @param seed of the articles and of the order of kills
 * @param sent number of lines of the feed
 * @param kills number of kills by the name of the program
 * @param faults a sentence for each fault; empty where nothing was lost or doubled
 */
public record ChaosResult(long seed, int sent, Map<String, Integer> kills, List<String> faults) {
    public ChaosResult {
        kills = Map.copyOf(kills);
        faults = List.copyOf(faults);
    }
}
