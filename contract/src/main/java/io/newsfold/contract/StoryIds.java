package io.newsfold.contract;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Resolves ids of stories, former ones too. */
public final class StoryIds {
    private StoryIds() {}

    /**
     * The current story of an id: of a story, of any article in one, or of a former story. A story has the id of its
     * first article, so a former id is that of an article, which leads to the story that has the article now. Where
     * that article was withdrawn, the story's changes lead on.
     *
     * @param story the story that has an id now
     * @param storyOfArticle id of the story that an article is in now
     * @param successor id of the story that a former one became part of, by {@link Topic#CHANGES}
     */
    public static <S> Optional<S> current(
            String id,
            Function<String, Optional<S>> story,
            Function<String, Optional<String>> storyOfArticle,
            Function<String, Optional<String>> successor) {
        Set<String> visited = new HashSet<>();
        String at = id;
        while (visited.add(at)) {
            Optional<S> found = story.apply(at);
            if (found.isPresent()) {
                return found;
            }
            String here = at;
            at = storyOfArticle
                    .apply(here)
                    .filter(next -> !next.equals(here))
                    .or(() -> successor.apply(here))
                    .orElse(here);
        }
        return Optional.empty();
    }
}
