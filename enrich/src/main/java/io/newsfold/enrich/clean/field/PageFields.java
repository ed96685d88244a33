package io.newsfold.enrich.clean.field;

import io.newsfold.contract.CleanArticle.Author;
import io.newsfold.contract.CleanArticle.Image;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The candidates for the fields of one article, and what its page declares.
 *
 * @param headline candidates on one line each
 * @param author candidates that have at least one person each
 * @param published publication dates
 * @param modified dates of the last change
 * @param publisher the organisation behind the site
 * @param language BCP 47
 * @param declared what the metadata declares
 * @param images in the order of the page, repetitions included
 */
public record PageFields(
        FieldCandidates<String> headline,
        FieldCandidates<List<Author>> author,
        FieldCandidates<OffsetDateTime> published,
        FieldCandidates<OffsetDateTime> modified,
        FieldCandidates<String> publisher,
        FieldCandidates<String> language,
        DeclaredMetadata declared,
        List<Image> images) {
    /** Nothing found yet. */
    public static final PageFields NONE = new PageFields(
            FieldCandidates.none(),
            FieldCandidates.none(),
            FieldCandidates.none(),
            FieldCandidates.none(),
            FieldCandidates.none(),
            FieldCandidates.none(),
            DeclaredMetadata.NONE,
            List.of());

    static final String BESIDE_HEADLINE = "beside the headline";
    private static final int DAYS_APART = 2;

    public PageFields {
        images = List.copyOf(images);
    }

    public PageFields withHeadline(FieldCandidates<String> candidates) {
        return new PageFields(candidates, author, published, modified, publisher, language, declared, images);
    }

    public PageFields withAuthor(FieldCandidates<List<Author>> candidates) {
        return new PageFields(headline, candidates, published, modified, publisher, language, declared, images);
    }

    public PageFields withPublished(FieldCandidates<OffsetDateTime> candidates) {
        return new PageFields(headline, author, candidates, modified, publisher, language, declared, images);
    }

    PageFields withDates(FieldCandidates<OffsetDateTime> first, FieldCandidates<OffsetDateTime> last) {
        return new PageFields(headline, author, first, last, publisher, language, declared, images);
    }

    public PageFields withLanguage(FieldCandidates<String> candidates) {
        return new PageFields(headline, author, published, modified, publisher, candidates, declared, images);
    }

    /**
     * The same, where the date that readers are shown beside the headline, if it is not called an update, outweighs
     * metadata of days before: the article was published anew.
     */
    public PageFields preferShownDate() {
        Optional<OffsetDateTime> shown = published.from(BESIDE_HEADLINE);
        Optional<OffsetDateTime> best = published.best();
        boolean later = shown.isPresent()
                && best.isPresent()
                && best.get().plusDays(DAYS_APART).isBefore(shown.get());
        return later ? withPublished(published.with(shown.get(), BESIDE_HEADLINE, Confidence.DATE_SHOWN_LATER)) : this;
    }

    /** The same without authors that are the site itself. */
    public PageFields withoutAuthorsThatPublish() {
        List<String> sites = Stream.concat(publisher.best().stream(), publisher.rivals().stream())
                .map(PageFields::withoutThe)
                .toList();
        return withAuthor(author.without(
                people -> people.stream().allMatch(p -> sites.contains(withoutThe(p.name())))));
    }

    private static String withoutThe(String name) {
        String bare = TextMeasures.bare(name);
        return bare.startsWith("the ") ? bare.substring(4) : bare;
    }
}
