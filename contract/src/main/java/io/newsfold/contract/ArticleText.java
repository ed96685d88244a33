package io.newsfold.contract;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clean text of an article with the metadata of its page. Its dates are in UTC and whole seconds, so that texts of
 * them sort as they do.
 *
 * @param headline never empty
 * @param alternativeHeadline the best rival of the headline; null if there is none
 * @param author people only, in the order of the page
 * @param datePublished earliest plausible date of all versions; a day alone is its midnight; null if there is none
 * @param datePublishedLocal the same in the newsroom's time; null where that is unknown, or UTC
 * @param dateModified of the current version
 * @param canonicalUrl the page's canonical link on the same site; null if there is none
 * @param dateline place and agency before the first words, as in {@code ATLANTA (AP)}; null if there is none
 * @param isAccessibleForFree the page's own statement; null if there is none
 * @param image the pictures of the article, the one for its summary first
 * @param inLanguage BCP 47 code, {@code und} if unknown
 * @param section section named by the page
 * @param kind null in what earlier builds stored
 * @param articleBody paragraphs separated by one empty line; offsets of mentions count code points of it
 */
public record ArticleText(
        String headline,
        @Nullable String alternativeHeadline,
        List<Author> author,

        @JsonPropertyDescription("in UTC, to the second") @Nullable
        Instant datePublished,

        @JsonPropertyDescription(
                "the same in the newsroom's time, without its offset; absent where that is unknown, or UTC")
        @Nullable
        LocalDateTime datePublishedLocal,

        @JsonPropertyDescription("in UTC, to the second") @Nullable
        Instant dateModified,

        @Nullable String canonicalUrl,
        @Nullable String dateline,
        @Nullable Boolean isAccessibleForFree,
        List<Image> image,
        String inLanguage,
        @Nullable String section,
        @Nullable ArticleKind kind,
        String articleBody) {

    public ArticleText {
        author = List.copyOf(author);
        image = List.copyOf(image);
        datePublished = datePublished == null ? null : datePublished.truncatedTo(ChronoUnit.SECONDS);
        datePublishedLocal = datePublishedLocal == null ? null : datePublishedLocal.truncatedTo(ChronoUnit.SECONDS);
        dateModified = dateModified == null ? null : dateModified.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A text with its dates as they were written. */
    public ArticleText(
            String headline,
            @Nullable String alternativeHeadline,
            List<Author> author,
            @Nullable OffsetDateTime published,
            @Nullable OffsetDateTime modified,
            @Nullable String canonicalUrl,
            @Nullable String dateline,
            @Nullable Boolean isAccessibleForFree,
            List<Image> image,
            String inLanguage,
            @Nullable String section,
            ArticleKind kind,
            String articleBody) {
        this(
                headline,
                alternativeHeadline,
                author,
                published == null ? null : published.toInstant(),
                local(published),
                modified == null ? null : modified.toInstant(),
                canonicalUrl,
                dateline,
                isAccessibleForFree,
                image,
                inLanguage,
                section,
                kind,
                articleBody);
    }

    /** The publication date in the newsroom's time, where that is known, else in UTC; null if there is none. */
    public @Nullable OffsetDateTime published() {
        if (datePublished == null) {
            return null;
        }
        OffsetDateTime utc = datePublished.atOffset(ZoneOffset.UTC);
        if (datePublishedLocal == null) {
            return utc;
        }
        long offset = ChronoUnit.SECONDS.between(utc.toLocalDateTime(), datePublishedLocal);
        return utc.withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) offset));
    }

    private static @Nullable LocalDateTime local(@Nullable OffsetDateTime date) {
        return date == null || date.getOffset().equals(ZoneOffset.UTC) ? null : date.toLocalDateTime();
    }

    /** This text with another publication date. */
    public ArticleText withPublished(@Nullable OffsetDateTime date) {
        return new ArticleText(
                headline,
                alternativeHeadline,
                author,
                date == null ? null : date.toInstant(),
                local(date),
                dateModified,
                canonicalUrl,
                dateline,
                isAccessibleForFree,
                image,
                inLanguage,
                section,
                kind,
                articleBody);
    }

    /** A person who wrote the article. */
    public record Author(String name) {}

    /**
     * A picture.
     *
     * @param caption description, without the credit
     * @param credit owner of the picture
     */
    public record Image(
            String url, @Nullable String caption, @Nullable String credit) {}
}
