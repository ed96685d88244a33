package io.newsfold.desk.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Entity.Mention;
import io.newsfold.contract.EntityType;
import io.newsfold.desk.index.Results;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entity, its names and its articles.
 *
 * @param id of the entity
 * @param type of the entity
 * @param name its canonical name
 * @param wikidata its id at Wikidata; null where it has none
 * @param names number of mentions by name in the newest articles, the most frequent first
 * @param days number of all its articles by day, in days since 1970; days without articles are left out
 * @param chart of them
 * @param query the parameters of the request
 * @param all number of articles that name it
 * @param articles those of this page, the newest first
 * @param next address of the page after this one; null on the last
 */
public record EntityPage(
        String id,
        EntityType type,
        String name,
        @Nullable String wikidata,
        Map<String, Long> names,
        SortedMap<Long, Long> days,
        @JsonIgnore AttentionChart chart,
        @JsonIgnore Map<String, String> query,
        long all,
        List<EnrichedArticle> articles,
        @Nullable String next)
        implements HtmlPage {
    private static final int MAX_NAMES = 30;

    /** @param found articles that name the entity, at least one */
    static EntityPage of(
            String id,
            Results<EnrichedArticle> found,
            SortedMap<Long, Long> days,
            AttentionChart chart,
            Map<String, String> query,
            @Nullable String next) {
        Map<String, Long> names = new TreeMap<>();
        @Nullable Entity newest = null;
        for (EnrichedArticle enriched : found.items()) {
            for (Entity entity : enriched.article().entities()) {
                if (entity.id().equals(id)) {
                    newest = newest == null ? entity : newest;
                    countNames(entity, enriched.article().text().articleBody(), names);
                }
            }
        }
        if (newest == null) {
            throw new IllegalArgumentException("none of these articles names " + id);
        }
        return new EntityPage(
                id,
                newest.type(),
                newest.name(),
                newest.wikidata(),
                MostFirst.of(names, MAX_NAMES),
                days,
                chart,
                query,
                found.all(),
                found.items(),
                next);
    }

    private static void countNames(Entity entity, String body, Map<String, Long> names) {
        int[] text = body.codePoints().toArray();
        for (Mention mention : entity.mentions()) {
            if (mention.end() <= text.length) {
                names.merge(new String(text, mention.start(), mention.end() - mention.start()), 1L, Long::sum);
            }
        }
    }

    /** The span of time as it ends an address. */
    public String queryString() {
        return Paging.withoutSection(query);
    }

    /** The value of a parameter; empty where the request has none. */
    public String value(String parameter) {
        return query.getOrDefault(parameter, "");
    }

    @Override
    public String template() {
        return "entity";
    }
}
