package io.newsfold.desk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Source;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.RawArticle;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaning;
import io.newsfold.enrich.fingerprint.Background;
import io.newsfold.enrich.fingerprint.Fingerprinter;
import io.newsfold.enrich.match.MatchIndex;
import io.newsfold.enrich.match.MemoryArchive;
import io.newsfold.enrich.revision.ArticleHistory;
import io.newsfold.enrich.revision.Sighting;
import io.newsfold.enrich.tag.Tagged;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.enrich.thread.MemoryLedger;
import io.newsfold.enrich.thread.Node;
import io.newsfold.enrich.thread.Pair;
import io.newsfold.enrich.thread.Place;
import io.newsfold.enrich.thread.Reading;
import io.newsfold.enrich.thread.Thresholds;
import io.newsfold.enrich.thread.Wave;
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

/** Microseconds per article of each stage, one thread, on made-up pages of about 6 KB; parsing alone as the floor of cleaning. */
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
    private final Fingerprinter fingerprinter = new Fingerprinter(Background.shipped());
    private final List<RawArticle> raw = new ArrayList<>();
    private final List<Cleaning.Cleaned> cleaned = new ArrayList<>();
    private final List<CleanArticle> articles = new ArrayList<>();
    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private final List<List<Pair>> pairs = new ArrayList<>();
    private final MatchIndex index = new MatchIndex(
            new MemoryArchive(), Path.of(System.getProperty("java.io.tmpdir"), "newsfold-index"), ARTICLES);
    private MemoryLedger ledger = new MemoryLedger();
    private Reading reading = new Reading(ledger, Thresholds.DEFAULT);
    private int next;

    /** Runs the chain once, so that each stage has its input. */
    @Setup(Level.Trial)
    public void prepare() {
        SampleArticles samples = new SampleArticles(1);
        for (int i = 0; i < ARTICLES; i++) {
            var delivery = samples.next();
            RawArticle article = new RawArticle(
                    delivery.key(), delivery.body(), delivery.about(), new Coordinates("articles.raw", 0, i));
            raw.add(article);
            Cleaning.Cleaned text = cleaner.clean(article).texts().get(0);
            cleaned.add(text);
            Tagged tagged = tagger.tag(text);
            Sighting sighting = new Sighting(
                    text.text(),
                    tagged.entities(),
                    new Source(null, null, null),
                    List.of(article.about().fetched()));
            CleanArticle clean = ArticleHistory.EMPTY
                    .with(sighting)
                    .article(article.id(), article.url())
                    .orElseThrow();
            articles.add(clean);
            Fingerprint fingerprint = fingerprinter.fingerprint(clean);
            fingerprints.add(fingerprint);
            pairs.add(index.pairs(fingerprint, i));
            index.put(fingerprint, i);
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
    public Cleaning clean() {
        return cleaner.clean(raw.get(turn()));
    }

    @Benchmark
    public Tagged tag() {
        return tagger.tag(cleaned.get(turn()));
    }

    @Benchmark
    public Fingerprint fingerprint() {
        return fingerprinter.fingerprint(articles.get(turn()));
    }

    /** Against 4,000 articles of two days. */
    @Benchmark
    public List<Pair> match() {
        int at = turn();
        return index.pairs(fingerprints.get(at), at);
    }

    /** In the order of publication. */
    @Benchmark
    public Wave thread() {
        int at = turn();
        if (at == 0) {
            ledger = new MemoryLedger();
            reading = new Reading(ledger, Thresholds.DEFAULT);
        }
        Fingerprint fingerprint = fingerprints.get(at);
        Place place = new Place(fingerprint.time(), fingerprint.seen(), fingerprint.id());
        return reading.arrive(new Node(place, at, "en", fingerprint.headline(), null, false), pairs.get(at));
    }
}
