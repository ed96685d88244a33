package io.newsfold.contract;

import io.newsfold.contract.CleanArticle.Author;
import io.newsfold.contract.CleanArticle.Image;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clean text of an article with the metadata of its page.
 *
 * @param headline never empty
 * @param alternativeHeadline the best rival of the headline; null if there is none
 * @param author people only, in the order of the page
 * @param datePublished earliest plausible date of all versions, with its offset; null if there is none
 * @param dateModified of the current version
 * @param canonicalUrl the page's canonical link on the same site; null if there is none
 * @param dateline place and agency before the first words, as in {@code ATLANTA (AP)}; null if there is none
 * @param isAccessibleForFree the page's own statement; null if there is none
 * @param image the pictures of the article, the one for its summary first
 * @param inLanguage BCP 47 code, {@code und} if unknown
 * @param section section named by the page
 * @param articleBody paragraphs separated by one empty line; offsets of mentions count code points of it
 */
public record ArticleText(
        String headline,
        @Nullable String alternativeHeadline,
        List<Author> author,
        @Nullable OffsetDateTime datePublished,
        @Nullable OffsetDateTime dateModified,
        @Nullable String canonicalUrl,
        @Nullable String dateline,
        @Nullable Boolean isAccessibleForFree,
        List<Image> image,
        String inLanguage,
        @Nullable String section,
        String articleBody) {

    public ArticleText {
        author = List.copyOf(author);
        image = List.copyOf(image);
    }

    /** This text with another publication date. */
    public ArticleText withDatePublished(@Nullable OffsetDateTime date) {
        return new ArticleText(
                headline,
                alternativeHeadline,
                author,
                date,
                dateModified,
                canonicalUrl,
                dateline,
                isAccessibleForFree,
                image,
                inLanguage,
                section,
                articleBody);
    }
}
