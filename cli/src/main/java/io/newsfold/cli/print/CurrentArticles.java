package io.newsfold.cli.print;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.CanonicalUrl;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.TopicReader;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The enriched articles as they stand on their topic, by id. */
public final class CurrentArticles {
    private final Map<String, EnrichedArticle> byId;

    private CurrentArticles(Map<String, EnrichedArticle> byId) {
        this.byId = byId;
    }

    public static CurrentArticles read(Properties client) {
        return new CurrentArticles(TopicReader.table(client, Topic.ENRICHED, EnrichedArticle.class));
    }

    /** The id of what is named by its address, its key or its id; it need not be there. */
    public static String id(String name) {
        return name.matches("[0-9a-f]{20}")
                ? name
                : ArticleId.of(CanonicalUrl.of(name).orElse(name));
    }

    public Optional<EnrichedArticle> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The article that is named by its address, key or id; an input error where it is not there. */
    public EnrichedArticle get(String name) {
        return find(id(name))
                .orElseThrow(() -> new InputException(
                        "there is no article " + name + ": it was withdrawn, or never came (newsfold where tells)"));
    }

    Collection<EnrichedArticle> all() {
        return byId.values();
    }
}
