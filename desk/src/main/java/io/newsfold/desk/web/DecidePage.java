package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Story;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on two articles before it is made, with what may move.
 *
 * @param a one article
 * @param other the other one as it was named: an id or an address
 * @param b the other article; null where it has not arrived
 * @param is whether they shall be one story
 * @param below the articles whose place depends on that of {@code a}, because it is what they resemble most
 * @param needsToken whether the form has a field for the token
 */
public record DecidePage(
        EnrichedArticle a,
        String other,
        @Nullable EnrichedArticle b,
        boolean is,
        List<Story.Member> below,
        boolean needsToken)
        implements HtmlPage {
    public DecidePage {
        below = List.copyOf(below);
    }

    @Override
    public String template() {
        return "decide";
    }
}
