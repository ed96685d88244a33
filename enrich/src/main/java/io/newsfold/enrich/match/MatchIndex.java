package io.newsfold.enrich.match;

import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.thread.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fingerprints that were seen, by language and day. Finds every pair above the floors of {@link PairScorer}: nothing depends on what else is there, or on
 * when it came. Not thread-safe.
 */
public final class MatchIndex {
    private static final long SECONDS_A_DAY = 86_400;

    /** Where a fingerprint is kept. */
    private record Entry(Print print, Bucket bucket, int number) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, TreeMap<Long, Bucket>> buckets = new HashMap<>();

    /** Adds a fingerprint, or replaces the one of the same article. {@code version} is its place in the order of all fingerprints. */
    public void put(Fingerprint fingerprint, long version) {
        remove(fingerprint.id());
        Print print = new Print(fingerprint, version);
        Bucket bucket = buckets.computeIfAbsent(print.language, l -> new TreeMap<>())
                .computeIfAbsent(day(print), d -> new Bucket());
        entries.put(print.id, new Entry(print, bucket, bucket.add(print)));
    }

    public void remove(String id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            entry.bucket().remove(entry.number());
        }
    }

    /** The language of an article that is here. */
    public Optional<String> language(String id) {
        return Optional.ofNullable(entries.get(id)).map(e -> e.print().language);
    }

    /** All pairs of {@code fingerprint} with articles that are here, itself aside, by id of the other. */
    public List<Pair> pairs(Fingerprint fingerprint, long version) {
        Print print = new Print(fingerprint, version);
        Set<Print> candidates = new LinkedHashSet<>();
        around(print, StoryScore.MOST_DAYS).forEach(b -> b.likeIn(print, StoryScore.COSINE_FLOOR, candidates::add));
        around(print, CopyScore.MOST_DAYS).forEach(b -> b.sharingShingles(print, candidates::add));
        List<Pair> pairs = new ArrayList<>();
        for (Print candidate : candidates) {
            if (!candidate.id.equals(print.id)) {
                PairScorer.score(print, candidate).ifPresent(pairs::add);
            }
        }
        pairs.sort(Comparator.comparing(Pair::other));
        return pairs;
    }

    private Collection<Bucket> around(Print print, int days) {
        return buckets.getOrDefault(print.language, new TreeMap<>())
                .subMap(day(print) - days, true, day(print) + days, true)
                .values();
    }

    private static long day(Print print) {
        return Math.floorDiv(print.time.getEpochSecond(), SECONDS_A_DAY);
    }
}
