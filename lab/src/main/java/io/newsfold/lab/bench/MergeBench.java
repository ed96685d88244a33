package io.newsfold.lab.bench;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Fingerprint;
import io.newsfold.enrich.cluster.ClusteredArticle;
import io.newsfold.enrich.cluster.IncrementalClustering;
import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.FingerprintArchive;
import io.newsfold.enrich.match.MatchIndex;
import io.newsfold.enrich.match.SampleFingerprints;
import io.newsfold.enrich.match.SearchableFingerprint;
import io.newsfold.enrich.match.Thresholds;
import io.newsfold.enrich.stream.ClusterInput;
import io.newsfold.enrich.stream.StreamsClusterStore;
import io.newsfold.enrich.stream.StreamsFingerprintArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * {@code newsfold bench merge [SIZES [SHARDS]]}: measures the cost of match and cluster for each article, for a
 * number of articles in a window of a week, with one thread, on the stores of the job. Started by hand;
 * docs/benchmarks.md has the latest figures.
 */
public final class MergeBench {
    private static final int MEASURED = 10_000;

    private final Path folder;
    private final MockProcessorContext<String, ClusterInput> context;
    private final List<StateStore> stores = new ArrayList<>();

    private MergeBench(Path folder) {
        this.folder = folder;
        this.context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
    }

    public static void main(String[] arguments) throws IOException {
        String[] sizes = (arguments.length > 0 ? arguments[0] : "10000,100000,1000000").split(",", -1);
        int shards = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        System.out.println(
                "articles  match µs  cluster µs  pairs  compared  postings  decisions  heap MB  disk B/article");
        for (String size : sizes) {
            Path folder = Files.createTempDirectory("newsfold-merge");
            try {
                new MergeBench(folder).run(Integer.parseInt(size), shards);
            } finally {
                delete(folder);
            }
        }
    }

    private void run(int articles, int shards) throws IOException {
        open(StreamsFingerprintArchive.stores());
        open(StreamsClusterStore.stores());
        FingerprintArchive archive = new StreamsFingerprintArchive(context);
        MatchIndex index = new MatchIndex(archive, folder.resolve("index"), Integer.MAX_VALUE);
        IncrementalClustering clustering =
                new IncrementalClustering(new StreamsClusterStore(context::getStateStore), Thresholds.DEFAULT);
        SampleFingerprints samples = new SampleFingerprints(articles, 1);
        int measuredFrom = Math.max(articles / 2, articles - MEASURED);
        Costs costs = new Costs(index);
        for (int i = 0; i < articles; i++) {
            if (i == measuredFrom) {
                costs = new Costs(index);
            }
            Fingerprint fingerprint = samples.get(i);
            long start = System.nanoTime();
            SearchableFingerprint searchable = SearchableFingerprint.of(fingerprint, i);
            List<CandidatePair> pairs = index.pairs(searchable);
            if (Math.floorMod(fingerprint.id().hashCode(), shards) == 0) {
                index.put(searchable);
            }
            long matched = System.nanoTime();
            costs.decisions += clustering.arrive(article(fingerprint, i), pairs).decisions();
            costs.cluster += System.nanoTime() - matched;
            costs.match += matched - start;
            costs.pairs += pairs.size();
        }
        costs.print(articles, articles - measuredFrom, bytes(folder));
        stores.forEach(StateStore::close);
    }

    private static ClusteredArticle article(Fingerprint fingerprint, int sequence) {
        return ClusteredArticle.undecided(
                CanonicalPosition.of(fingerprint), sequence, "en", fingerprint.headline(), fingerprint.joinsOnly(), 0);
    }

    /** Sums over the measured articles; times in nanoseconds. */
    private static final class Costs {
        private final MatchIndex index;
        private final long workBefore;
        private final long comparisonsBefore;
        private long match;
        private long cluster;
        private long pairs;
        private long decisions;

        Costs(MatchIndex index) {
            this.index = index;
            this.workBefore = index.postingsRead();
            this.comparisonsBefore = index.comparisons();
        }

        void print(int articles, double measured, long bytes) {
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(
                    Locale.ROOT,
                    "%8d  %8.0f  %10.0f  %5.1f  %8.1f  %8.0f  %9.2f  %7d  %14d%n",
                    articles,
                    match / measured / 1_000,
                    cluster / measured / 1_000,
                    pairs / measured,
                    (index.comparisons() - comparisonsBefore) / measured,
                    (index.postingsRead() - workBefore) / measured,
                    decisions / measured,
                    heap >> 20,
                    bytes / articles);
        }
    }

    private void open(Set<StoreBuilder<?>> builders) {
        for (StoreBuilder<?> builder : builders) {
            StateStore store =
                    builder.withLoggingDisabled().withCachingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
            stores.add(store);
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
