package io.newsfold.desk.web;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Story;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.picture.ArticlePicture;
import io.newsfold.desk.picture.PictureCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the pictures of pages. Fetches nothing: the browser asks {@link PictureEndpoint} for each. */
final class ArticlePictures {
    static final String PATH = "pictures";

    /** The articles of a story in which a picture for its card is looked for: the first and three others. */
    private static final int LISTED = 4;

    private final IndexQueries queries;
    private final PictureCache cache;

    ArticlePictures(IndexQueries queries, PictureCache cache) {
        this.queries = queries;
        this.cache = cache;
    }

    /** The address of an article's picture on the desk; empty where it has none that is shown. */
    Optional<String> address(CleanArticle article) {
        return ArticlePicture.of(article).filter(cache::offers).map(picture -> "/" + PATH + "/" + picture.article());
    }

    /** The picture for the page of an article; empty where it has none that is shown. */
    Optional<ShownPicture> shown(CleanArticle article) {
        return address(article).map(address -> ShownPicture.of(article.text().image(), address));
    }

    /**
     * The addresses of the pictures of stories, by the id of the story: each is that of the first article in its list
     * that has one. Stories without a picture are left out.
     */
    Map<String, String> addresses(List<Story> stories) {
        Map<String, String> addresses = new HashMap<>();
        for (Story story : stories) {
            story.articles().stream()
                    .limit(LISTED)
                    .flatMap(member -> queries.article(member.id()).stream())
                    .map(EnrichedArticle::article)
                    .flatMap(article -> address(article).stream())
                    .findFirst()
                    .ifPresent(address -> addresses.put(story.id(), address));
        }
        return addresses;
    }
}
