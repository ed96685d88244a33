package io.newsfold.ingest.web;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.ContentType;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.InstantParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A news sitemap, or an index of sitemaps; read leniently, as feeds are. */
final class Sitemap {
    /** Sitemaps of an index that are read, the newest. */
    static final int MOST_PARTS = 20;

    private final String name;
    private final Document xml;
    private final Instant fetched;

    Sitemap(String name, byte[] xml, Instant fetched) {
        this.name = name;
        this.fetched = fetched;
        try {
            this.xml = Jsoup.parse(new ByteArrayInputStream(xml), null, "", Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /** Whether these bytes begin as one. */
    static boolean is(String start) {
        return start.contains("<urlset") || start.contains("<sitemapindex");
    }

    /** The addresses of the sitemaps that an index lists, the newest first. */
    List<String> parts() {
        return xml.select("sitemapindex > sitemap").stream()
                .sorted(Comparator.comparing(Sitemap::changed).reversed())
                .map(part -> text(part, "> loc"))
                .flatMap(Optional::stream)
                .limit(MOST_PARTS)
                .toList();
    }

    private static Instant changed(Element part) {
        return text(part, "> lastmod").flatMap(InstantParser::instant).orElse(Instant.MIN);
    }

    /** Gives each article to {@code taker}: what is no news is a page of any age, and left out. */
    void read(Consumer<Delivery> taker) {
        List<Element> articles = xml.select("urlset > url:has(> *|news)");
        articles.stream()
                .limit(Limits.FEED_ITEMS)
                .map(this::delivery)
                .flatMap(Optional::stream)
                .forEach(taker);
        if (articles.isEmpty() && xml.select("urlset > url").first() != null) {
            About about = new About(fetched, name, null, null, null, null, null, name, null);
            taker.accept(Delivery.refused(about, Reason.NOT_A_FEED, "a sitemap without news"));
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
                    null);
            return Delivery.of(link, new byte[0], about, name + " has no text of " + link);
        });
    }

    private static Optional<String> text(Element of, String selector) {
        return Optional.ofNullable(of.selectFirst(selector))
                .map(e -> e.wholeText().strip())
                .filter(text -> !text.isEmpty());
    }
}
