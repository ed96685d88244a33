package io.newsfold.enrich.match;

import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.match.FingerprintArchive.BucketName;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The search: finds every pair above the floors of {@link PairScorer}, among all fingerprints that are kept. Nothing depends on what else is there, or on when
 * it came. The prints are in the archive; what is made of them to search by, a bucket per language and few days, is made when it is asked for, and only so much of it
 * is kept at hand. Not thread-safe.
 */
public final class MatchIndex {
    static final long SECONDS_A_DAY = 86_400;

    private final FingerprintArchive archive;
    private final MappedMemory scratch;
    private final int mostAtHand;
    private final LinkedHashMap<BucketName, SearchBucket> atHand = new LinkedHashMap<>(64, 0.75f, true);
    private final ScoreAccumulator tally = new ScoreAccumulator();

    /**
     * @param scratch folder for what is made of the prints; of no worth after the process
     * @param mostAtHand number of articles whose search lists are kept in memory
     */
    public MatchIndex(FingerprintArchive archive, Path scratch, int mostAtHand) {
        this.archive = archive;
        this.scratch = new MappedMemory(scratch);
        this.mostAtHand = mostAtHand;
    }

    /** Adds a fingerprint, or replaces the one of the same article. {@code version} is its place in the order of all fingerprints. */
    public void put(Fingerprint fingerprint, long version) {
        remove(fingerprint.id());
        byte[] packed = PackedFingerprint.pack(fingerprint, version);
        BucketName name = BucketName.of(fingerprint.language(), fingerprint.time());
        bucket(name).put(packed);
        archive.put(fingerprint.id(), name, packed);
        forgetEldest();
    }

    public void remove(String id) {
        archive.bucket(id).ifPresent(name -> {
            archive.remove(id);
            SearchBucket bucket = atHand.get(name);
            if (bucket != null) {
                bucket.remove(id);
                if (bucket.isMostlyGone()) {
                    atHand.remove(name);
                }
            }
        });
    }

    /** The language of an article that is here. */
    public Optional<String> language(String id) {
        return archive.bucket(id).map(BucketName::language);
    }

    /** All pairs of {@code fingerprint} with articles that are here, itself aside, in canonical order of the others. */
    public List<CandidatePair> pairs(Fingerprint fingerprint, long version) {
        PackedFingerprint print =
                new PackedFingerprint(ByteBuffer.wrap(PackedFingerprint.pack(fingerprint, version)), 0);
        PairScorer scorer = new PairScorer(fingerprint, print);
        List<CandidatePair> pairs = new ArrayList<>();
        long window = CopyScore.MOST_DAYS * SECONDS_A_DAY + 1;
        long last = BucketName.span(print.seconds() + window);
        for (long span = BucketName.span(print.seconds() - window); span <= last; span++) {
            bucket(new BucketName(fingerprint.language(), span)).candidates(print, tally, candidate -> {
                if (!candidate.id().equals(fingerprint.id())) {
                    scorer.score(candidate).ifPresent(pairs::add);
                }
            });
        }
        forgetEldest();
        pairs.sort(Comparator.comparing(CandidatePair::other));
        return pairs;
    }

    /** How many entries of posting lists were read so far. */
    public long work() {
        return tally.additions();
    }

    /** How many prints were compared in full so far. */
    public long comparisons() {
        return tally.choices();
    }

    private SearchBucket bucket(BucketName name) {
        SearchBucket known = atHand.get(name);
        if (known != null) {
            return known;
        }
        SearchBucket bucket = new SearchBucket(scratch);
        archive.forEach(name, bucket::put);
        atHand.put(name, bucket);
        return bucket;
    }

    private void forgetEldest() {
        int articles = atHand.values().stream().mapToInt(SearchBucket::size).sum();
        var eldest = atHand.entrySet().iterator();
        while (articles + atHand.size() > mostAtHand && eldest.hasNext() && atHand.size() > 1) {
            articles -= eldest.next().getValue().size();
            eldest.remove();
        }
    }
}
