package io.newsfold.enrich.match;

import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.match.FingerprintArchive.BucketName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The search: finds every pair above the floors of {@link PairScorer} among all stored fingerprints. The result depends
 * neither on the other articles nor on the order of arrival. The archive has the fingerprints; the buckets of the
 * search index, one per language and four days, are built from it on demand and cached. Not thread-safe.
 */
public final class MatchIndex {
    private final FingerprintArchive archive;
    private final MappedMemory memory;
    private final int maxCachedArticles;
    private final LinkedHashMap<BucketName, SearchBucket> cache = new LinkedHashMap<>(64, 0.75f, true);
    private final ScoreAccumulator scores = new ScoreAccumulator();

    /**
     * @param folder for temporary files of the index; worthless after the process
     * @param maxCachedArticles number of articles whose buckets are kept in memory
     */
    public MatchIndex(FingerprintArchive archive, Path folder, int maxCachedArticles) {
        this.archive = archive;
        this.memory = new MappedMemory(folder);
        this.maxCachedArticles = maxCachedArticles;
    }

    /** Adds a fingerprint, or replaces the one of the same article. */
    public void put(SearchableFingerprint searchable) {
        Fingerprint fingerprint = searchable.fingerprint();
        remove(fingerprint.id());
        BucketName name = BucketName.of(fingerprint.language(), fingerprint.time());
        bucket(name).put(searchable.bytes());
        archive.put(fingerprint.id(), name, searchable.bytes());
        evictEldest();
    }

    public void remove(String id) {
        archive.bucket(id).ifPresent(name -> {
            archive.remove(id);
            SearchBucket bucket = cache.get(name);
            if (bucket != null) {
                bucket.remove(id);
                if (bucket.isMostlyRemoved()) {
                    cache.remove(name);
                }
            }
        });
    }

    /** The language of a stored article. */
    public Optional<String> language(String id) {
        return archive.bucket(id).map(BucketName::language);
    }

    /** All pairs of an article with stored articles, itself excepted, in canonical order of the others. */
    public List<CandidatePair> pairs(SearchableFingerprint searchable) {
        Fingerprint fingerprint = searchable.fingerprint();
        PackedFingerprint packed = searchable.packed();
        PairScorer scorer = new PairScorer(searchable);
        List<CandidatePair> pairs = new ArrayList<>();
        long window = Duration.ofDays(CopyScore.MAX_DAYS).toSeconds() + 1;
        long last = BucketName.span(packed.seconds() + window);
        for (long span = BucketName.span(packed.seconds() - window); span <= last; span++) {
            bucket(new BucketName(fingerprint.language(), span)).candidates(packed, scores, candidate -> {
                if (!candidate.id().equals(fingerprint.id())) {
                    scorer.score(candidate).ifPresent(pairs::add);
                }
            });
        }
        evictEldest();
        pairs.sort(Comparator.comparing(CandidatePair::other));
        return pairs;
    }

    /** Number of posting list entries read so far. */
    public long postingsRead() {
        return scores.additions();
    }

    /** Number of fingerprints compared in full so far. */
    public long comparisons() {
        return scores.selections();
    }

    private SearchBucket bucket(BucketName name) {
        SearchBucket cached = cache.get(name);
        if (cached != null) {
            return cached;
        }
        SearchBucket bucket = new SearchBucket(memory);
        archive.forEach(name, bucket::put);
        cache.put(name, bucket);
        return bucket;
    }

    /** An empty bucket counts as one article: it takes memory too. */
    private void evictEldest() {
        int articles = cache.values().stream().mapToInt(SearchBucket::size).sum();
        var eldest = cache.entrySet().iterator();
        while (articles + cache.size() > maxCachedArticles && eldest.hasNext() && cache.size() > 1) {
            articles -= eldest.next().getValue().size();
            eldest.remove();
        }
    }
}
