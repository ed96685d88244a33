package io.newsfold.enrich.stream;

import java.util.LinkedHashMap;
import java.util.Map;

/** A cache by id that evicts the least recently used entry. */
final class RecentlyUsed<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1L;
    private final int max;

    /** @param max most entries, at least 1 */
    RecentlyUsed(int max) {
        super(64, 0.75f, true);
        this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > max;
    }
}
