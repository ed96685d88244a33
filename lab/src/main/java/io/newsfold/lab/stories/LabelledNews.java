package io.newsfold.lab.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.enrich.fingerprint.BackgroundFrequencies;
import io.newsfold.enrich.fingerprint.Fingerprinter;
import io.newsfold.enrich.revision.ArticleHistory;
import io.newsfold.enrich.revision.ObservedText;
import io.newsfold.enrich.tag.Tagged;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.text.address.CanonicalUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads labelled news: JSON Lines with {@code set}, {@code story} and the fields of an export. */
final class LabelledNews {
    /** After all that is read: a date later than the fetch is no date. */
    private static final Instant FETCHED = Instant.parse("2100-01-01T00:00:00Z");

    private final ArticleCleaner cleaner = new ArticleCleaner();
    private final Tagger tagger = new Tagger();
    private final Fingerprinter fingerprinter = new Fingerprinter(BackgroundFrequencies.shipped());
    private final Set<String> keys = new HashSet<>();

    private LabelledNews() {}

    /** The articles of a file in canonical order, through the stages of the job; of one address the first line. */
    static List<LabelledArticle> read(Path file) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        try (InputStream packed = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(packed) : packed;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                items.add(Json.reader(JsonNode.class).readTree(line));
            }
        }
        return of(items);
    }

    /** The same of articles that are read already. */
    static List<LabelledArticle> of(List<JsonNode> items) {
        LabelledNews news = new LabelledNews();
        List<LabelledArticle> articles = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            news.article(items.get(i), i).ifPresent(articles::add);
        }
        articles.sort(Comparator.comparing(LabelledArticle::position));
        return articles;
    }

    private Optional<LabelledArticle> article(JsonNode item, int number) {
        String key = CanonicalUrl.of(item.path("url").asText("")).orElse("sha256:" + number);
        if (!keys.add(key)) {
            return Optional.empty();
        }
        About about = About.of(FETCHED.plusNanos(1_000L * number), "line " + number, "application/json");
        RawArticle raw = new RawArticle(key, Json.bytes(item), about, new Coordinates("articles.raw", 0, number));
        return cleaner.clean(raw).values().stream().findFirst().map(cleaned -> labelled(item, raw, cleaned));
    }

    private LabelledArticle labelled(JsonNode item, RawArticle raw, Cleaned cleaned) {
        Tagged tagged = tagger.tag(cleaned).values().get(0);
        ObservedText observed = ObservedText.of(
                cleaned.text(),
                tagged.entities(),
                new CleanArticle.Source(
                        item.path("id").asText(), null, item.path("source").asText()),
                List.of(raw.about().fetched()),
                raw.url());
        CleanArticle article =
                ArticleHistory.EMPTY.with(observed).article(raw.id()).orElseThrow();
        return new LabelledArticle(
                item.path("set").asText("all"),
                item.hasNonNull("story") ? item.path("story").asText() : null,
                article.text().headline() + "\n" + article.text().articleBody(),
                fingerprinter.fingerprint(article));
    }
}
