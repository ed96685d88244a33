package io.newsfold.desk.web;

import io.newsfold.contract.Story;
import io.newsfold.desk.index.Results;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first page: the newest stories.
 *
 * @param stories those of this page
 * @param start number of stories before them
 * @param next address of the page after this one; null on the last
 * @param at the moment that story pages show; null for now
 */
public record FrontPage(
        Results<Story> stories,
        int start,
        @Nullable String next,
        @Nullable Instant at) implements HtmlPage {
    @Override
    public String template() {
        return "front";
    }
}
