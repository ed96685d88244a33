package io.newsfold.desk.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a feed.
 *
 * @param path its address at the desk
 * @param external its address at the publisher; null where it has none
 * @param title its headline
 * @param text its content, plain text
 * @param time of the item
 * @param tags words that classify it
 */
record FeedItem(String path, @Nullable String external, String title, String text, Instant time, List<String> tags) {
    FeedItem {
        tags = List.copyOf(tags);
    }
}
