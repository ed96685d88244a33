package io.newsfold.ingest.web;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.ContentType;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.text.date.InstantParser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A news sitemap, or an index of sitemaps, read leniently. */
final class Sitemap {
    /** How many sitemaps of an index are read. */
    private static final int MAX_LISTED = 20;

    private final String name;
    private final Document xml;
    private final Instant fetched;

    Sitemap(String name, String xml, Instant fetched) {
        this.name = name;
        this.fetched = fetched;
        this.xml = Parser.xmlParser().parseInput(xml, "");
    }

    /** Whether a document that begins with {@code start} is a sitemap. */
    static boolean is(String start) {
        return start.contains("<urlset") || start.contains("<sitemapindex");
    }

    /** The addresses of the newest sitemaps that an index lists, the newest first. */
    List<String> listed() {
        return xml.select("sitemapindex > sitemap").stream()
                .sorted(Comparator.comparing(Sitemap::changed).reversed())
                .map(sitemap -> text(sitemap, "> loc"))
                .flatMap(Optional::stream)
                .limit(MAX_LISTED)
                .toList();
    }

    private static Instant changed(Element sitemap) {
        return text(sitemap, "> lastmod").flatMap(InstantParser::instant).orElse(Instant.MIN);
    }

    /** Gives each news article to {@code receiver}. Other pages are left out, since they can be of any age. */
    void read(Consumer<Delivery> receiver) {
        List<Element> articles = xml.select("urlset > url:has(> *|news)");
        articles.stream()
                .limit(Limits.FEED_ITEMS)
                .map(this::delivery)
                .flatMap(Optional::stream)
                .forEach(receiver);
        if (articles.isEmpty() && xml.select("urlset > url").first() != null) {
            About about = new About(fetched, name, null, null, null, null, null, name, null);
            receiver.accept(Delivery.refused(about, Reason.NOT_A_FEED, "a sitemap without news"));
        }
    }

    private Optional<Delivery> delivery(Element url) {
        return text(url, "> loc").map(link -> {
            @Nullable String headline = text(url, "> *|news > *|title").orElse(null);
            About about = new About(
                            fetched,
                            name,
                            ContentType.TEXT,
                            text(url, "> *|news > *|publication_date").orElse(null),
                            text(url, "> *|news > *|publication > *|name").orElse(null),
                            headline,
                            null,
                            name,
                            null)
                    .inLanguage(
                            text(url, "> *|news > *|publication > *|language").orElse(null));
            return Delivery.of(link, new byte[0], about, name + " has no text of " + link);
        });
    }

    private static Optional<String> text(Element element, String selector) {
        return Optional.ofNullable(element.selectFirst(selector))
                .map(e -> e.wholeText().strip())
                .filter(text -> !text.isEmpty());
    }
}
