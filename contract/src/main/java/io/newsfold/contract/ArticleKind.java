package io.newsfold.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an article is, and so what it may do in a story. */
public enum ArticleKind {
    /** News of one event, and whatever nothing tells to be of another kind. */
    REPORT(true),

    /** Several events in one text: a briefing, a newsletter, a list. */
    ROUNDUP(false),

    /** A page that grows while its event goes on. */
    LIVE(false),

    /** Somebody's view of the news: a column, an editorial, a letter. */
    OPINION(true),

    /** Questions and answers. */
    INTERVIEW(true),

    /** What was wrong in another article. */
    CORRECTION(true),

    /** A headline without a text. */
    HEADLINE_ONLY(true);

    private final boolean bindsStory;

    ArticleKind(boolean bindsStory) {
        this.bindsStory = bindsStory;
    }

    /**
     * Whether other articles can join a story because they are like this one. Of the kinds that do not, an article joins
     * the story that it is most like, and stands in no average: nothing but copies joins a story that it heads, and it makes no two events one.
     */
    public boolean bindsStory() {
        return bindsStory;
    }

    /** @throws IllegalArgumentException for a name that no kind has; the message lists those that there are */
    public static ArticleKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of article is called " + name + ": there are "
                        + Arrays.stream(values()).map(ArticleKind::toString).collect(Collectors.joining(", "))));
    }

    /** As records have it: the name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
