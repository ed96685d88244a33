package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Source;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.RawArticle;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.enrich.cluster.ClusteredArticle;
import io.newsfold.enrich.cluster.InMemoryClusterStore;
import io.newsfold.enrich.cluster.IncrementalClustering;
import io.newsfold.enrich.cluster.Reclustering;
import io.newsfold.enrich.fingerprint.BackgroundFrequencies;
import io.newsfold.enrich.fingerprint.Fingerprinter;
import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.InMemoryFingerprintArchive;
import io.newsfold.enrich.match.MatchIndex;
import io.newsfold.enrich.match.SearchableFingerprint;
import io.newsfold.enrich.match.Thresholds;
import io.newsfold.enrich.revision.ArticleHistory;
import io.newsfold.enrich.revision.ObservedText;
import io.newsfold.enrich.tag.Tagged;
import io.newsfold.enrich.tag.Tagger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the microseconds that each stage takes for an article, with one thread, on made-up pages of about 6 KB.
 * Parsing alone is the lower bound of cleaning.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class StageBenchmark {
    private static final int ARTICLES = 4_000;

    private final ArticleCleaner cleaner = new ArticleCleaner();
    private final Tagger tagger = new Tagger();
    private final Fingerprinter fingerprinter = new Fingerprinter(BackgroundFrequencies.shipped());
    private final List<RawArticle> raw = new ArrayList<>();
    private final List<Cleaned> cleaned = new ArrayList<>();
    private final List<CleanArticle> articles = new ArrayList<>();
    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private final List<List<CandidatePair>> pairs = new ArrayList<>();
    private final MatchIndex index = new MatchIndex(
            new InMemoryFingerprintArchive(),
            Path.of(System.getProperty("java.io.tmpdir"), "newsfold-index"),
            ARTICLES);
    private InMemoryClusterStore store = new InMemoryClusterStore();
    private IncrementalClustering clustering = new IncrementalClustering(store, Thresholds.DEFAULT);
    private int next;

    /** Runs all stages once, so that each has its input. */
    @Setup(Level.Trial)
    public void prepare() {
        SampleArticles samples = new SampleArticles(1);
        for (int i = 0; i < ARTICLES; i++) {
            var delivery = samples.next();
            RawArticle article = new RawArticle(
                    delivery.key(), delivery.body(), delivery.about(), new Coordinates("articles.raw", 0, i));
            raw.add(article);
            Cleaned text = cleaner.clean(article).values().get(0);
            cleaned.add(text);
            Tagged tagged = tagger.tag(text).values().get(0);
            ObservedText observed = ObservedText.of(
                    text.text(),
                    tagged.entities(),
                    new Source(null, null, null),
                    List.of(article.about().fetched()),
                    article.url());
            CleanArticle clean =
                    ArticleHistory.EMPTY.with(observed).article(article.id()).orElseThrow();
            articles.add(clean);
            Fingerprint fingerprint = fingerprinter.fingerprint(clean);
            fingerprints.add(fingerprint);
            SearchableFingerprint searchable = SearchableFingerprint.of(fingerprint, i);
            pairs.add(index.pairs(searchable));
            index.put(searchable);
        }
    }

    private int turn() {
        next = (next + 1) % ARTICLES;
        return next;
    }

    @Benchmark
    public Document parseAlone() {
        byte[] body = raw.get(turn()).body();
        return Jsoup.parse(new String(body == null ? new byte[0] : body, UTF_8));
    }

    @Benchmark
    public StageResult<Cleaned> clean() {
        return cleaner.clean(raw.get(turn()));
    }

    @Benchmark
    public StageResult<Tagged> tag() {
        return tagger.tag(cleaned.get(turn()));
    }

    @Benchmark
    public Fingerprint fingerprint() {
        return fingerprinter.fingerprint(articles.get(turn()));
    }

    /** Against 4,000 articles of two days. */
    @Benchmark
    public List<CandidatePair> match() {
        int at = turn();
        return index.pairs(SearchableFingerprint.of(fingerprints.get(at), at));
    }

    /** In the order of publication. */
    @Benchmark
    public Reclustering cluster() {
        int at = turn();
        if (at == 0) {
            store = new InMemoryClusterStore();
            clustering = new IncrementalClustering(store, Thresholds.DEFAULT);
        }
        Fingerprint fingerprint = fingerprints.get(at);
        return clustering.arrive(
                ClusteredArticle.undecided(
                        CanonicalPosition.of(fingerprint),
                        at,
                        "en",
                        fingerprint.headline(),
                        fingerprint.joinsOnly(),
                        0),
                pairs.get(at));
    }
}
