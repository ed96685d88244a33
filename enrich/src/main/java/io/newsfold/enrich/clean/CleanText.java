package io.newsfold.enrich.clean;

import io.newsfold.contract.CleanArticle.Author;
import io.newsfold.contract.CleanArticle.Credit;
import io.newsfold.contract.CleanArticle.Dropped;
import io.newsfold.contract.CleanArticle.Fields;
import io.newsfold.contract.CleanArticle.Image;
import io.newsfold.contract.Sha256;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The article in one delivery, cleaned.
 *
 * @param headline never empty
 * @param articleBody paragraphs parted by one empty line, never empty
 * @param datePublished null where none was given or none is plausible
 * @param canonicalUrl on the same site as the address that it was got from; null where there is none
 * @param dateline the place and agency before the first words; they stay in the body as well
 * @param flags sorted
 */
public record CleanText(
        String headline,
        @Nullable String alternativeHeadline,
        List<Author> author,
        @Nullable OffsetDateTime datePublished,
        @Nullable OffsetDateTime dateModified,
        @Nullable String publisher,
        @Nullable String canonicalUrl,
        @Nullable String dateline,
        @Nullable Boolean isAccessibleForFree,
        List<Image> image,
        String inLanguage,
        @Nullable String section,
        String articleBody,
        List<Credit> credits,
        List<Dropped> dropped,
        Fields fields,
        List<String> flags) {

    public CleanText {
        author = List.copyOf(author);
        image = List.copyOf(image);
        credits = List.copyOf(credits);
        dropped = List.copyOf(dropped);
        flags = List.copyOf(flags);
    }

    /** The same with one more flag. */
    CleanText flagged(String flag) {
        return new CleanText(
                headline,
                alternativeHeadline,
                author,
                datePublished,
                dateModified,
                publisher,
                canonicalUrl,
                dateline,
                isAccessibleForFree,
                image,
                inLanguage,
                section,
                articleBody,
                credits,
                dropped,
                fields,
                Stream.concat(flags.stream(), Stream.of(flag))
                        .sorted()
                        .distinct()
                        .toList());
    }

    /** What makes two deliveries one version: the digest of headline and body. */
    public String version() {
        return Sha256.hex((headline + "\n\n" + articleBody).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
