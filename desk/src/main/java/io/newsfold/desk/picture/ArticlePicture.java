package io.newsfold.desk.picture;

import io.newsfold.contract.CleanArticle;
import java.util.Optional;

/**
 * The picture of an article: the first of its own.
 *
 * @param article id
 * @param url as the page has it
 */
public record ArticlePicture(String article, String url) {
    /** Empty where the article has no picture. */
    public static Optional<ArticlePicture> of(CleanArticle article) {
        return article.text().image().stream().findFirst().map(image -> new ArticlePicture(article.id(), image.url()));
    }
}
