package io.newsfold.contract;

import io.newsfold.contract.CleanArticle.Author;
import io.newsfold.contract.CleanArticle.Image;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clean text of an article and what its page states about it.
 *
 * @param headline never empty
 * @param alternativeHeadline the rival or second headline, where there is one
 * @param author people only, in the order of the page
 * @param datePublished earliest plausible date that any version gave, with its offset; null where none did
 * @param dateModified as the current version says
 * @param canonicalUrl the address that the page gives as its own, on the same site; null where it gives none
 * @param dateline the place and agency before the first words, as in {@code ATLANTA (AP)}; null where there is none
 * @param isAccessibleForFree whether the page says that all may read it; null where it does not say
 * @param image the pictures of the article, the one for its summary first
 * @param inLanguage BCP 47 code, {@code und} where it cannot be told
 * @param section as the page says
 * @param articleBody paragraphs parted by one empty line; offsets of mentions count code points of it
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
