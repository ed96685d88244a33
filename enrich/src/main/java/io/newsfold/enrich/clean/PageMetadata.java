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
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself out of sight: meta elements, JSON-LD, links of its head. Witnesses, each with a confidence; none is believed blindly. */
final class PageMetadata {
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
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2}\\b");
    private static final Pattern HEADLINE_SEPARATOR = Pattern.compile("\\s+[|\\-–—·»:]+\\s+");
    private static final Pattern END_SEPARATOR = Pattern.compile("[\\s|\\-–—·»:]+$");

    private final Document document;
    private final PageElements landmarks;
    private final Page page;
    private final Map<String, String> metas = new HashMap<>();
    private final List<JsonNode> things = new ArrayList<>();
    private final Map<String, JsonNode> thingsById = new HashMap<>();

    private PageMetadata(Document document, PageElements landmarks, Page page) {
        this.document = document;
        this.landmarks = landmarks;
        this.page = page;
    }

    /** Adds what {@code document} says of itself to {@code page}. */
    static void read(Document document, PageElements landmarks, Page page) {
        PageMetadata metadata = new PageMetadata(document, landmarks, page);
        metadata.readMetas();
        metadata.readJsonLd();
    }

    private void readMetas() {
        for (Element meta : landmarks.metas) {
            String content = page.line(meta.hasAttr("content") ? meta.attr("content") : meta.attr("value"));
            for (String attribute : List.of("name", "property", "itemprop")) {
                String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !content.isEmpty()) {
                    metas.putIfAbsent(name, content);
                }
            }
        }
        Optional.ofNullable(metas.get("og:title"))
                .ifPresent(t -> page.addText(page.headline, withoutSite(t), "og:title", 0.8));
        Optional.ofNullable(metas.get("twitter:title"))
                .ifPresent(t -> page.addText(page.headline, withoutSite(t), "twitter:title", 0.6));
        page.addText(page.headline, withoutSite(document.title()), "title", 0.55);
        page.addText(page.publisher, metas.get("og:site_name"), "og:site_name", 0.8);
        for (String name : AUTHOR_METAS) {
            String names = metas.get(name);
            page.addPeople(names == null || names.startsWith("http") ? null : names, "meta " + name, 0.8);
        }
        if (metas.getOrDefault("twitter:label1", "").equalsIgnoreCase("written by")) {
            page.addPeople(metas.get("twitter:data1"), "meta twitter:data1", 0.75);
        }
        PUBLISHED_METAS.forEach(name -> page.addDate(page.published, metas.get(name), "meta " + name, 0.85));
        MODIFIED_METAS.forEach(name -> page.addDate(page.modified, metas.get(name), "meta " + name, 0.8));
        page.section = metas.get("article:section");
        page.description = metas.getOrDefault("og:description", metas.getOrDefault("description", ""));
        String language = document.firstElementChild() == null
                ? ""
                : document.firstElementChild().attr("lang");
        if (LANGUAGE.matcher(language).lookingAt()) {
            page.language.add(language.substring(0, 2).toLowerCase(Locale.ROOT), "html lang", 0.1);
        }
        String robots = metas.getOrDefault("robots", "").toLowerCase(Locale.ROOT);
        page.aiOptOut = robots.contains("noai")
                || metas.getOrDefault("tdm-reservation", "").equals("1");
        page.canonical = landmarks.canonicals.isEmpty()
                ? metas.get("og:url")
                : landmarks.canonicals.get(0).attr("href");
        if (metas.containsKey("og:image")) {
            page.addImage(metas.get("og:image"), null);
        }
    }

    private void readJsonLd() {
        for (Element script : landmarks.jsonLd) {
            try {
                collect(Json.reader(JsonNode.class).readTree(script.data().strip()));
            } catch (IOException e) {
                // pages err here often; the other witnesses stand
            }
        }
        for (JsonNode thing : things) {
            if (isArticle(thing)) {
                page.addText(page.headline, plain(thing.path("headline").asText("")), "json-ld", 0.85);
                page.articleBody =
                        longer(page.articleBody, plain(thing.path("articleBody").asText("")));
                page.addText(
                        page.publisher,
                        resolved(thing.path("publisher")).path("name").asText(""),
                        "json-ld",
                        0.85);
                page.addPeople(names(thing.path("author")), "json-ld", 0.9);
                page.addDate(page.published, thing.path("datePublished").asText(""), "json-ld", 0.9);
                page.addDate(page.modified, thing.path("dateModified").asText(""), "json-ld", 0.9);
                page.section = page.section == null ? text(thing, "articleSection") : page.section;
                JsonNode free = thing.path("isAccessibleForFree");
                if (!free.isMissingNode()) {
                    page.isAccessibleForFree = !free.asText("").equalsIgnoreCase("false");
                }
            }
        }
    }

    private @Nullable String text(JsonNode thing, String field) {
        JsonNode value = thing.path(field).isArray() ? thing.path(field).path(0) : thing.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? page.line(plain(value.textValue())) : null;
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
        JsonNode type = thing.path("@type");
        String types = type.isArray() ? type.toString() : type.asText("");
        return types.contains("Article") || types.contains("BlogPosting") || types.contains("Report");
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
        }
    }

    /** The thing itself, where it is only pointed at. */
    private JsonNode resolved(JsonNode thing) {
        return thing.isObject() && !thing.has("name")
                ? thingsById.getOrDefault(thing.path("@id").asText(""), thing)
                : thing;
    }

    private String names(JsonNode author) {
        if (author.isArray()) {
            List<String> names = new ArrayList<>();
            author.forEach(one -> names.add(names(one)));
            return String.join(", ", names);
        }
        JsonNode name = author.isObject() ? resolved(author).path("name") : author;
        List<String> texts = new ArrayList<>(); // of texts alone: a name can point at the thing that bears it
        name.forEach(one -> texts.add(one.asText("")));
        return name.isArray() ? String.join(", ", texts) : name.asText("");
    }

    /** A title without the site's name, by the separator and by what the page calls itself. */
    private String withoutSite(String title) {
        String[] parts = HEADLINE_SEPARATOR.split(title.strip());
        if (parts.length < 2) {
            return title;
        }
        String last = parts[parts.length - 1];
        String first = parts[0];
        String site = TextMeasures.bare(metas.getOrDefault("og:site_name", ""));
        if (TextMeasures.bare(first).equals(site)
                || TextMeasures.count(first) <= 2
                        && TextMeasures.count(title) - TextMeasures.count(first) > 4
                        && !site.equals(TextMeasures.bare(last))) {
            return title.strip().substring(title.strip().indexOf(parts[1], first.length()));
        }
        boolean siteLast = TextMeasures.bare(last).equals(site)
                || TextMeasures.count(last) <= 4 && TextMeasures.count(title) - TextMeasures.count(last) >= 3;
        return siteLast
                ? withoutSite(END_SEPARATOR
                        .matcher(title.substring(0, title.lastIndexOf(last)))
                        .replaceFirst(""))
                : title;
    }
}
