package io.newsfold.enrich.clean.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates that a page declares out of its readers' sight: in meta elements and in JSON-LD. */
final class DeclaredDates {
    /** The names that a standard or many sites give to the publication date. */
    private static final List<String> PUBLISHED_METAS = List.of(
            "article:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publish-date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.date",
            "dc.date",
            "date",
            "article.published",
            "originalpublicationdate",
            "publication_date",
            "dc.date.created",
            "dcterms.created");

    private static final List<String> MODIFIED_METAS =
            List.of("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified");

    /** Names of whatever prefix that say publication or creation, and a time. */
    private static final Pattern PUBLISHED_NAME = Pattern.compile(
            "(?:publi(?:shed?|cation|shing)|pub|upload|issued?|created?|creation|posted|displayed|release)[ _.:-]?"
                    + "(?:date|time|on|at)?(?:[ _.:-]?(?:utc|iso|gmt))?$|"
                    + "(?:^|[_.:-])(?:article|content|story)?[_.:-]?date$");

    private static final Pattern NO_DATE_NAME = Pattern.compile("expir|copyright|valid|start|end_|event|author|by$");
    private static final Pattern IN_BROKEN_JSON =
            Pattern.compile("\"(datePublished|dateModified)\"\\s*:\\s*\"([^\"]{4,60})\"");
    private static final String JSON_LD = "json-ld";
    private static final int LONGEST_NAME = 60;

    private DeclaredDates() {}

    /** @param metas contents of the meta elements, by their names in lower case */
    static void addMetas(Map<String, String> metas, DateCollector dates) {
        PUBLISHED_METAS.forEach(name -> dates.addPublished(metas.get(name), "meta " + name, Confidence.META_PUBLISHED));
        MODIFIED_METAS.forEach(name -> dates.addModified(metas.get(name), "meta " + name, Confidence.META_MODIFIED));
        new TreeMap<>(metas).forEach((name, content) -> {
            boolean other = name.length() <= LONGEST_NAME
                    && !PUBLISHED_METAS.contains(name)
                    && PUBLISHED_NAME.matcher(name).find()
                    && !NO_DATE_NAME.matcher(name).find();
            if (other && content.chars().anyMatch(Character::isDigit)) {
                dates.addPublished(content, "meta " + name, Confidence.META_OF_ANY_NAME);
            }
        });
    }

    /** @param article as JSON-LD describes it */
    static void addArticle(JsonNode article, DateCollector dates) {
        String created = article.path("dateCreated").asText("");
        dates.addPublished(article.path("datePublished").asText(created), JSON_LD, Confidence.JSON_LD_DATE);
        dates.addModified(article.path("dateModified").asText(""), JSON_LD, Confidence.JSON_LD_DATE);
    }

    /** @param page the thing that JSON-LD calls the page itself, for pages whose article it does not describe */
    static void addPage(JsonNode page, DateCollector dates) {
        dates.addPublished(page.path("datePublished").asText(""), "json-ld page", Confidence.JSON_LD_PAGE_DATE);
        dates.addModified(page.path("dateModified").asText(""), "json-ld page", Confidence.JSON_LD_PAGE_DATE);
    }

    /** @param script JSON-LD that cannot be parsed, often for a line break in a text: its first dates can be read */
    static void addBroken(String script, DateCollector dates) {
        Matcher date = IN_BROKEN_JSON.matcher(script);
        boolean published = false;
        boolean modified = false;
        while (date.find()) {
            if (date.group(1).equals("datePublished") && !published) {
                dates.addPublished(date.group(2), "json-ld broken", Confidence.JSON_LD_PAGE_DATE);
                published = true;
            } else if (date.group(1).equals("dateModified") && !modified) {
                dates.addModified(date.group(2), "json-ld broken", Confidence.JSON_LD_PAGE_DATE);
                modified = true;
            }
        }
    }
}
