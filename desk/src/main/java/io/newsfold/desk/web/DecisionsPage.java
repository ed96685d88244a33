package io.newsfold.desk.web;

import io.newsfold.contract.LineageOverride;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people decided on articles, the last first.
 *
 * @param decisions of this page
 * @param all number of all decisions
 * @param headlines of the articles that there are, by id
 * @param stories ids of the stories of these articles, by id of the article
 * @param needsToken whether forms have a field for the token
 * @param next address of the page after this one; null on the last
 */
public record DecisionsPage(
        List<LineageOverride> decisions,
        long all,
        Map<String, String> headlines,
        Map<String, String> stories,
        boolean needsToken,
        @Nullable String next)
        implements HtmlPage {
    public DecisionsPage {
        decisions = List.copyOf(decisions);
        headlines = Map.copyOf(headlines);
        stories = Map.copyOf(stories);
    }

    /** The headline of an article; its id where it has not arrived, or was withdrawn. */
    public String headline(String article) {
        return headlines.getOrDefault(article, article);
    }

    /** Whether an article is there. */
    public boolean isThere(String article) {
        return headlines.containsKey(article);
    }

    /** What was decided, as the middle of a sentence. */
    public String verdict(LineageOverride decision) {
        boolean isCopy = decision.about() == LineageOverride.Matter.COPY;
        if (decision.is() == null) {
            return "taken back";
        }
        return decision.is() ? isCopy ? "a copy" : "one story" : isCopy ? "no copy" : "not one story";
    }

    /** Whether both articles are in one story now; null where one is not there. */
    public @Nullable Boolean areTogether(LineageOverride decision) {
        String one = stories.get(decision.a());
        String other = stories.get(decision.b());
        return one == null || other == null ? null : Boolean.valueOf(one.equals(other));
    }

    @Override
    public String template() {
        return "decisions";
    }
}
