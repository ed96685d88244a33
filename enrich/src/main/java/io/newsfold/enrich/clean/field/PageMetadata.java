package io.newsfold.enrich.clean.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Fields from what a page declares out of its readers' sight: meta elements, JSON-LD, links of its head. Each is a
 * candidate with a confidence; none is believed blindly.
 */
final class PageMetadata {
    private static final List<String> AUTHOR_METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "byl",
            "article:author_name");
    private static final String SITE_NAME = "og:site_name";
    private static final String JSON_LD = "json-ld";
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2}\\b");

    private final Document document;
    private final PageElements elements;
    private final FieldCollector collector;
    private final Map<String, String> metas = new HashMap<>();
    private final List<JsonNode> things = new ArrayList<>();
    private final Map<String, JsonNode> thingsById = new HashMap<>();

    private PageMetadata(Document document, PageElements elements, FieldCollector collector) {
        this.document = document;
        this.elements = elements;
        this.collector = collector;
    }

    /** Adds what {@code document} declares about its article to {@code collector}; returns what it calls its site. */
    static SiteNames read(
            Document document, PageElements elements, List<? extends TextLine> lines, FieldCollector collector) {
        PageMetadata metadata = new PageMetadata(document, elements, collector);
        metadata.collectMetas();
        metadata.collectJsonLd();
        SiteNames site = SiteNameReader.read(metadata.metas, metadata.things, elements, lines);
        metadata.addNames(site);
        DeclaredDates.addMetas(metadata.metas, collector.dates());
        collector.declare(metadata.declaredByMetas());
        metadata.addLanguage();
        if (metadata.metas.containsKey("og:image")) {
            collector.addImage(metadata.metas.get("og:image"), null);
        }
        metadata.things.stream().filter(PageMetadata::isArticle).forEach(metadata::addArticle);
        metadata.things.stream()
                .filter(thing -> thing.path("@type").asText("").endsWith("WebPage"))
                .forEach(thing -> DeclaredDates.addPage(thing, collector.dates()));
        return site;
    }

    private void collectMetas() {
        for (Element meta : elements.metas) {
            String content = collector.line(meta.hasAttr("content") ? meta.attr("content") : meta.attr("value"));
            for (String attribute : List.of("name", "property", "itemprop", "http-equiv")) {
                String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !content.isEmpty()) {
                    metas.putIfAbsent(name, content);
                }
            }
        }
    }

    private void addNames(SiteNames site) {
        WindowTitle titles = new WindowTitle(document, site, metas.getOrDefault("article:section", ""));
        addTitle(titles, metas.get("og:title"), "og:title", Confidence.META_OG_TITLE);
        addTitle(titles, metas.get("twitter:title"), "twitter:title", Confidence.META_TWITTER_TITLE);
        addTitle(titles, document.title(), "title", Confidence.TITLE);
        addPublisher(metas.get(SITE_NAME), SITE_NAME, Confidence.META_SITE_NAME);
        addPublisher(site.nameIn(document.title()).orElse(null), "title", Confidence.SITE_IN_TITLE);
        for (String name : AUTHOR_METAS) {
            String names = metas.get(name);
            boolean address = names != null && names.startsWith("http");
            collector.addAuthors(address ? null : names, "meta " + name, Confidence.META_AUTHOR);
        }
        if (metas.getOrDefault("twitter:label1", "").equalsIgnoreCase("written by")) {
            collector.addAuthors(metas.get("twitter:data1"), "meta twitter:data1", Confidence.META_WRITTEN_BY);
        }
    }

    private void addTitle(WindowTitle titles, @Nullable String title, String from, Confidence confidence) {
        if (title != null) {
            collector.addHeadline(
                    titles.headlineOf(title), from, titles.isSite(title) ? Confidence.NAME_OF_SITE : confidence);
        }
    }

    /** An address is no name, and an archive does not publish what it keeps. */
    private void addPublisher(@Nullable String name, String from, Confidence confidence) {
        boolean isAddress = name != null && name.startsWith("http");
        collector.addPublisher(isAddress || isKeeper(name) ? null : name, from, confidence);
    }

    /** Whether the name is that of the host whose addresses hold the address of the page that it keeps. */
    private boolean isKeeper(@Nullable String name) {
        String address = elements.canonicals.isEmpty()
                ? metas.getOrDefault("og:url", "")
                : elements.canonicals.get(0).attr("href");
        boolean isKept = !SiteNames.inner(address).equals(address);
        return name != null
                && isKept
                && SiteNames.of(List.of(), List.of("https://" + SiteNames.host(address)))
                        .has(name);
    }

    private DeclaredMetadata declaredByMetas() {
        String robots = metas.getOrDefault("robots", "").toLowerCase(Locale.ROOT);
        boolean aiOptOut = robots.contains("noai")
                || metas.getOrDefault("tdm-reservation", "").equals("1");
        return new DeclaredMetadata(
                metas.get("article:section"),
                metas.getOrDefault("og:description", metas.getOrDefault("description", "")),
                "",
                elements.canonicals.isEmpty()
                        ? metas.get("og:url")
                        : elements.canonicals.get(0).attr("href"),
                null,
                List.of(),
                aiOptOut);
    }

    private void addLanguage() {
        Element root = document.firstElementChild();
        String language = root == null ? "" : root.attr("lang");
        if (LANGUAGE.matcher(language).lookingAt()) {
            collector.addLanguage(
                    language.substring(0, 2).toLowerCase(Locale.ROOT), "html lang", Confidence.HTML_LANGUAGE);
        }
    }

    private void collectJsonLd() {
        for (Element script : elements.jsonLd) {
            try {
                collect(Json.reader(JsonNode.class).readTree(script.data().strip()));
            } catch (IOException e) {
                DeclaredDates.addBroken(script.data(), collector.dates()); // pages err here often
            }
        }
    }

    private void addArticle(JsonNode article) {
        collector.addHeadline(plain(article.path("headline").asText("")), JSON_LD, Confidence.JSON_LD_HEADLINE);
        String publisher = resolved(article.path("publisher")).path("name").asText("");
        addPublisher(plain(publisher), JSON_LD, Confidence.JSON_LD_PUBLISHER);
        collector.addAuthors(names(article.path("author")), JSON_LD, Confidence.JSON_LD_AUTHOR);
        DeclaredDates.addArticle(article, collector.dates());
        DeclaredMetadata before = collector.declared();
        JsonNode free = article.path("isAccessibleForFree");
        collector.declare(new DeclaredMetadata(
                before.section() == null ? text(article, "articleSection") : before.section(),
                before.description(),
                longer(before.articleBody(), plain(article.path("articleBody").asText(""))),
                before.canonical(),
                free.isMissingNode()
                        ? before.isAccessibleForFree()
                        : Boolean.valueOf(!free.asText("").equalsIgnoreCase("false")),
                before.types().isEmpty() ? types(article).toList() : before.types(),
                before.aiOptOut()));
    }

    private @Nullable String text(JsonNode thing, String field) {
        JsonNode value = thing.path(field).isArray() ? thing.path(field).path(0) : thing.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? collector.line(plain(value.textValue())) : null;
    }

    private static String plain(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? text
                : Jsoup.parse(text).text();
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    private static boolean isArticle(JsonNode thing) {
        return types(thing)
                .anyMatch(type -> type.contains("Article") || type.contains("BlogPosting") || type.contains("Report"));
    }

    private static Stream<String> types(JsonNode thing) {
        JsonNode type = thing.path("@type");
        Stream<String> types = type.isArray()
                ? StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText)
                : Stream.of(type.asText(""));
        return types.map(name -> name.substring(name.lastIndexOf('/') + 1)); // at times an address
    }

    private void collect(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::collect);
        } else if (node.isObject()) {
            things.add(node);
            if (node.has("name")) {
                thingsById.putIfAbsent(node.path("@id").asText(""), node);
            }
            collect(node.path("@graph"));
            collect(node.path("mainEntity"));
        }
    }

    /** The thing itself where {@code thing} is only a reference to it. */
    private JsonNode resolved(JsonNode thing) {
        return thing.isObject() && !thing.has("name")
                ? thingsById.getOrDefault(thing.path("@id").asText(""), thing)
                : thing;
    }

    private String names(JsonNode author) {
        if (author.isArray()) {
            List<String> names = new ArrayList<>();
            author.forEach(one -> names.add(names(one)));
            return String.join(" | ", names);
        }
        if (author.path("@type").toString().contains("Organization")) {
            return "";
        }
        JsonNode name = author.isObject() ? resolved(author).path("name") : author;
        List<String> texts = new ArrayList<>(); // texts only: a name can refer to the thing that has it
        name.forEach(one -> texts.add(one.asText("")));
        return name.isArray() ? String.join(" | ", texts) : name.asText("");
    }
}
