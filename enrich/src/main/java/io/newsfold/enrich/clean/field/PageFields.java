package io.newsfold.enrich.clean.field;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.contract.ArticleText.Image;
import java.time.OffsetDateTime;
import java.util.List;

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

    /** The same, where the date that readers are shown counts for more than what the metadata say. */
    public PageFields preferShownDate() {
        return withPublished(ShownDates.prefer(published));
    }

    /**
     * The same with what is known of the site from outside the page: it is cut from headlines and is no author, and
     * names that one source glues are parted as another has them.
     *
     * @param site by its address and the names in the feed
     */
    public PageFields knowing(SiteNames site) {
        SiteNames all = names(0).with(site);
        SiteNames firm = names(Confidence.FIRM); // a blog can be named for its author
        return withHeadline(withoutSite(all)).withAuthor(Authors.mended(author, firm));
    }

    private SiteNames names(double least) {
        return SiteNames.of(
                publisher.candidates().stream()
                        .filter(c -> c.confidence() >= least)
                        .map(FieldCandidates.Candidate::value)
                        .toList(),
                List.of());
    }

    private FieldCandidates<String> withoutSite(SiteNames site) {
        return headline.map(c -> {
            String shorter = site.without(c.value());
            double confidence = site.has(shorter) ? Confidence.NAME_OF_SITE.value() : c.confidence();
            return new FieldCandidates.Candidate<>(shorter, c.from(), confidence);
        });
    }
}
