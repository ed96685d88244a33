package io.newsfold.enrich.clean.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Dates that a page declares out of its readers' sight: in meta elements and in JSON-LD. */
final class DeclaredDates {
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
    private static final String JSON_LD = "json-ld";

    private DeclaredDates() {}

    /** @param metas contents of the meta elements, by their names in lower case */
    static void addMetas(Map<String, String> metas, DateCollector dates) {
        PUBLISHED_METAS.forEach(
                name -> dates.addPublished(metas.get(name), "meta " + name, Confidence.META_PUBLISHED));
        MODIFIED_METAS.forEach(name -> dates.addModified(metas.get(name), "meta " + name, Confidence.META_MODIFIED));
    }

    /** @param article as JSON-LD describes it */
    static void addArticle(JsonNode article, DateCollector dates) {
        dates.addPublished(article.path("datePublished").asText(""), JSON_LD, Confidence.JSON_LD_DATE);
        dates.addModified(article.path("dateModified").asText(""), JSON_LD, Confidence.JSON_LD_DATE);
    }
}
