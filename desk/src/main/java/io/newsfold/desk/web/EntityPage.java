package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Entity.Mention;
import io.newsfold.contract.EntityType;
import io.newsfold.desk.index.Results;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entity, its names and its articles.
 *
 * @param id of the entity
 * @param type of the entity
 * @param name its canonical name
 * @param wikidata its id at Wikidata; null where it has none
 * @param names number of mentions by name in the newest articles, the most frequent first
 * @param days number of articles by day, in days since 1970; days without articles are left out
 * @param all number of articles that name it
 * @param articles the newest of them
 */
public record EntityPage(
        String id,
        EntityType type,
        String name,
        @Nullable String wikidata,
        Map<String, Long> names,
        SortedMap<Long, Long> days,
        long all,
        List<EnrichedArticle> articles)
        implements HtmlPage {
    private static final int MAX_NAMES = 30;

    /** @param found articles that name the entity, at least one */
    static EntityPage of(String id, Results<EnrichedArticle> found, SortedMap<Long, Long> days) {
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
                mostFrequent(names),
                days,
                found.all(),
                found.items());
    }

    private static void countNames(Entity entity, String body, Map<String, Long> names) {
        int[] text = body.codePoints().toArray();
        for (Mention mention : entity.mentions()) {
            if (mention.end() <= text.length) {
                names.merge(new String(text, mention.start(), mention.end() - mention.start()), 1L, Long::sum);
            }
        }
    }

    private static Map<String, Long> mostFrequent(Map<String, Long> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MAX_NAMES)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    @Override
    public String template() {
        return "entity";
    }
}
