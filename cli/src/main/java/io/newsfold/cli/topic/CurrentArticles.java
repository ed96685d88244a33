package io.newsfold.cli.topic;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.TopicReader;
import io.newsfold.text.address.CanonicalUrl;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The current enriched articles. */
public final class CurrentArticles {
    private final Map<String, EnrichedArticle> byId;

    private CurrentArticles(Map<String, EnrichedArticle> byId) {
        this.byId = byId;
    }

    public static CurrentArticles read(Properties client) {
        return new CurrentArticles(TopicReader.table(client, Topic.ENRICHED, EnrichedArticle.class));
    }

    /**
     * The article id for an address, a raw key or an id. The article need not exist.
     *
     * @throws InputException where it looks like an id, and is too short or too long for one
     */
    public static String id(String name) {
        if (name.matches("[0-9a-f]{10,40}") && name.length() != 20) {
            throw new InputException("an article id has 20 digits, not " + name.length() + ": " + name);
        }
        return name.matches("[0-9a-f]{20}")
                ? name
                : ArticleId.of(CanonicalUrl.of(name).orElse(name));
    }

    public Optional<EnrichedArticle> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The article with this address, raw key or id.
     *
     * @throws InputException where it does not exist
     */
    public EnrichedArticle get(String name) {
        return find(id(name))
                .orElseThrow(() -> new InputException(
                        "there is no article " + name + ": it was withdrawn, or never arrived (see newsfold where)"));
    }

    /** All articles, in no order. */
    public Collection<EnrichedArticle> all() {
        return byId.values();
    }
}
