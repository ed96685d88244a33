package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.desk.index.IndexQueries;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entity over time.
 *
 * @param names what it is called in the newest articles, with how often, the most frequent first
 * @param days articles on each day that has any, by days since 1970
 * @param all how many articles name it
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
        List<EnrichedArticle> articles) {

    /** @param found articles that name it, at least one */
    static EntityPage of(String id, IndexQueries.Some<EnrichedArticle> found, SortedMap<Long, Long> days) {
        Map<String, Long> names = new TreeMap<>();
        @Nullable Entity newest = null;
        for (EnrichedArticle article : found.items()) {
            int[] text = article.article().text().articleBody().codePoints().toArray();
            for (Entity entity : article.article().entities()) {
                if (entity.id().equals(id)) {
                    newest = newest == null ? entity : newest;
                    entity.mentions().stream()
                            .filter(m -> m.end() <= text.length)
                            .forEach(m -> names.merge(new String(text, m.start(), m.end() - m.start()), 1L, Long::sum));
                }
            }
        }
        if (newest == null) {
            throw new IllegalArgumentException("none of these articles names " + id);
        }
        Map<String, Long> byCount = names.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(30)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        return new EntityPage(
                id, newest.type(), newest.name(), newest.wikidata(), byCount, days, found.all(), found.items());
    }

    /** The largest number of articles on a day. */
    public long most() {
        return days.values().stream().mapToLong(Long::longValue).max().orElse(1);
    }
}
