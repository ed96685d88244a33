package io.newsfold.desk.web;

import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.LanguageCode;
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
 * @param moving the later of the two, whose place the decision is about; null where one has not arrived
 * @param below the articles whose place depends on that of {@code moving}, because it is what they resemble most
 * @param needsToken whether the form has a field for the token
 */
public record DecidePage(
        EnrichedArticle a,
        String other,
        @Nullable EnrichedArticle b,
        boolean is,
        @Nullable EnrichedArticle moving,
        List<Story.Member> below,
        boolean needsToken)
        implements HtmlPage {
    public DecidePage {
        below = List.copyOf(below);
    }

    /** What the decision does. */
    public enum Effect {
        /** An article has not arrived. */
        WAITS,
        /** They are in two languages, and a story has one. */
        NONE,
        /** They are where the decision wants them. */
        KEEPS,
        /** The later one moves. */
        MOVES
    }

    public Effect effect() {
        if (b == null) {
            return Effect.WAITS;
        }
        if (is && !language(a).equals(language(b))) {
            return Effect.NONE;
        }
        boolean areTogether = a.place().story().id().equals(b.place().story().id());
        return areTogether == is ? Effect.KEEPS : Effect.MOVES;
    }

    private static String language(EnrichedArticle article) {
        return LanguageCode.primary(article.article().text().inLanguage());
    }

    @Override
    public String template() {
        return "decide";
    }
}
