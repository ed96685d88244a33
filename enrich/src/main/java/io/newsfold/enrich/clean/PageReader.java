package io.newsfold.enrich.clean;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads an HTML page: fields from its metadata, blocks from the part of the tree that holds the article. */
final class PageReader {
    private static final List<String> AUTHOR_METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "byl",
            "article:author_name");
    private static final List<String> PUBLISHED_METAS = List.of(
            "article:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publish-date",
            "dc.date.issued",
            "dc.date",
            "date",
            "article.published",
            "originalpublicationdate",
            "publication_date");
    private static final List<String> MODIFIED_METAS =
            List.of("article:modified_time", "datemodified", "og:updated_time", "last-modified");
    private static final Evaluator AUTHORS = QueryParser.parse(
            "[rel=author], [itemprop=author], .byline-name, .author-name, .byline, .author, [class*=byline]");
    private static final Evaluator TIMES = QueryParser.parse("time[datetime], [itemprop=datePublished]");
    private static final Evaluator DATES =
            QueryParser.parse(".date, .published, .timestamp, .dateline, [class*=publish]");
    private static final Evaluator JSON_LD = QueryParser.parse("script[type=application/ld+json]");
    private static final Pattern HEADLINE_SEPARATOR = Pattern.compile("\\s+[|\\-–—·»:]+\\s+");

    private PageReader() {}

    static Page read(String html, Set<String> flags) {
        Document document = Jsoup.parse(html);
        Page page = new Page();
        readMetadata(document, metas(document), page);
        readJsonLd(document, page);
        readVisibleFields(document, page);
        MainContent content = MainContent.of(document);
        if (content.hasHidden()) {
            flags.add("hidden_text");
        }
        page.blocks.addAll(content.blocks());
        page.bodyFrom = content.from();
        return page;
    }

    private static void readMetadata(Document document, Map<String, String> metas, Page page) {
        Optional.ofNullable(metas.get("og:title"))
                .ifPresent(t -> page.addText(page.headline, withoutSite(metas, t), "og:title", 0.8));
        Optional.ofNullable(metas.get("twitter:title"))
                .ifPresent(t -> page.addText(page.headline, withoutSite(metas, t), "twitter:title", 0.6));
        page.addText(page.headline, withoutSite(metas, document.title()), "title", 0.55);
        page.addText(page.publisher, metas.get("og:site_name"), "og:site_name", 0.8);
        for (String name : AUTHOR_METAS) {
            String names = metas.get(name);
            page.addPeople(names == null || names.startsWith("http") ? null : names, "meta " + name, 0.8);
        }
        PUBLISHED_METAS.forEach(name -> page.addDate(page.published, metas.get(name), "meta " + name, 0.85));
        MODIFIED_METAS.forEach(name -> page.addDate(page.modified, metas.get(name), "meta " + name, 0.8));
        page.section = metas.get("article:section");
        String language = document.select("html").attr("lang");
        if (language.length() >= 2) {
            page.language.add(language.substring(0, 2), "html lang", 0.1);
        }
    }

    /** The first content of each meta element, by its name, property or itemprop. */
    private static Map<String, String> metas(Document document) {
        Map<String, String> metas = new HashMap<>();
        for (Element meta : document.getElementsByTag("meta")) {
            String content = Hygiene.oneLine(meta.attr("content"));
            for (String attribute : List.of("name", "property", "itemprop")) {
                String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !content.isEmpty()) {
                    metas.putIfAbsent(name, content);
                }
            }
        }
        return metas;
    }

    private static void readJsonLd(Document document, Page page) {
        for (Element script : document.select(JSON_LD)) {
            for (JsonNode thing : things(script.data())) {
                if (isArticle(thing)) {
                    page.addText(
                            page.headline,
                            Jsoup.parse(thing.path("headline").asText()).text(),
                            "json-ld",
                            0.85);
                    page.addPeople(names(thing.path("author")), "json-ld", 0.9);
                    page.addDate(page.published, thing.path("datePublished").asText(), "json-ld", 0.9);
                    page.addDate(page.modified, thing.path("dateModified").asText(), "json-ld", 0.9);
                    page.addText(
                            page.publisher, thing.path("publisher").path("name").asText(), "json-ld", 0.85);
                }
            }
        }
    }

    private static boolean isArticle(JsonNode thing) {
        JsonNode type = thing.path("@type");
        String types = type.isArray() ? type.toString() : type.asText();
        return types.contains("Article") || types.contains("BlogPosting") || types.contains("Report");
    }

    private static List<JsonNode> things(String json) {
        List<JsonNode> things = new ArrayList<>();
        try {
            collect(Json.reader(JsonNode.class).readTree(json.strip()), things);
        } catch (IOException e) {
            return List.of(); // pages err here often; the other witnesses stand
        }
        return things;
    }

    private static void collect(JsonNode node, List<JsonNode> things) {
        if (node.isArray()) {
            node.forEach(n -> collect(n, things));
        } else if (node.isObject()) {
            things.add(node);
            collect(node.path("@graph"), things);
        }
    }

    private static String names(JsonNode author) {
        if (author.isArray()) {
            return StreamSupport.stream(author.spliterator(), false)
                    .map(PageReader::names)
                    .collect(Collectors.joining(", "));
        }
        return author.isObject() ? author.path("name").asText() : author.asText();
    }

    private static void readVisibleFields(Document document, Page page) {
        List<Element> headings = document.getElementsByTag("h1").stream()
                .filter(h -> !h.text().isBlank())
                .toList();
        String title = Words.bare(document.title());
        for (Element heading : headings) {
            String bare = Words.bare(heading.text());
            boolean inTitle = bare.length() >= 10 && title.contains(bare);
            page.addText(
                    page.headline,
                    heading.text(),
                    "h1",
                    inTitle ? 0.95 : headings.size() == 1 && Words.count(heading.text()) >= 4 ? 0.7 : 0.3);
        }
        for (Element author : document.select(AUTHORS)) {
            if (author.text().length() < 100) {
                page.addPeople(
                        author.text(),
                        "byline element",
                        author.hasAttr("rel") || author.hasAttr("itemprop") ? 0.75 : 0.65);
            }
        }
        for (Element time : document.select(TIMES)) {
            String date = time.hasAttr("datetime")
                    ? time.attr("datetime")
                    : time.hasAttr("content") ? time.attr("content") : time.text();
            page.addDate(
                    page.published,
                    date,
                    "time element",
                    time.hasAttr("pubdate") || time.hasAttr("itemprop") ? 0.8 : 0.6);
        }
        for (Element date : document.select(DATES)) {
            if (date.text().length() < 60) {
                page.addDate(
                        page.published,
                        date.text().replaceFirst("(?i)^(?:published|posted|updated)(?: on| at)?:? *", ""),
                        "date element",
                        0.5);
            }
        }
    }

    /** A title without the site's name, by the separator and by what the page calls itself. */
    private static String withoutSite(Map<String, String> metas, String title) {
        String[] parts = HEADLINE_SEPARATOR.split(title.strip());
        if (parts.length < 2) {
            return title;
        }
        String last = parts[parts.length - 1];
        String first = parts[0];
        String site = Words.bare(metas.getOrDefault("og:site_name", ""));
        if (Words.bare(first).equals(site)
                || Words.count(first) <= 2
                        && Words.count(title) - Words.count(first) > 4
                        && !site.equals(Words.bare(last))) {
            return title.strip().substring(title.strip().indexOf(parts[1], first.length()));
        }
        boolean siteLast =
                Words.bare(last).equals(site) || Words.count(last) <= 4 && Words.count(title) - Words.count(last) >= 3;
        return siteLast
                ? withoutSite(metas, title.substring(0, title.lastIndexOf(last)).replaceFirst("[\\s|\\-–—·»:]+$", ""))
                : title;
    }
}
