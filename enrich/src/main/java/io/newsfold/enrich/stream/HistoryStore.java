package io.newsfold.enrich.stream;

import io.newsfold.contract.Json;
import io.newsfold.enrich.revision.ArticleHistory;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The history of each article of a task, by article id: the only store that has texts. */
final class HistoryStore {
    static final String NAME = "article-history";

    private final KeyValueStore<String, byte[]> histories;

    HistoryStore(KeyValueStore<String, byte[]> histories) {
        this.histories = histories;
    }

    static StoreBuilder<?> builder() {
        return PersistentStore.builder(NAME, Serdes.ByteArray());
    }

    /** The history of an article, {@link ArticleHistory#EMPTY} before its first delivery. */
    ArticleHistory of(String id) {
        byte[] json = histories.get(id);
        return json == null ? ArticleHistory.EMPTY : Json.read(json, ArticleHistory.class);
    }

    /** Stores the history, unless it has more than {@code limit} bytes; returns whether it did. */
    boolean put(String id, ArticleHistory history, int limit) {
        byte[] json = Json.bytes(history); // once, to be measured and to be stored
        if (json.length > limit) {
            return false;
        }
        histories.put(id, json);
        return true;
    }
}
