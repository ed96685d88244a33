package io.newsfold.enrich.clean;

import io.newsfold.contract.Flag;
import io.newsfold.contract.LanguageCode;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.enrich.clean.field.CanonicalLink;
import io.newsfold.enrich.clean.field.Confidence;
import io.newsfold.enrich.clean.field.DateClues;
import io.newsfold.enrich.clean.field.DeclaredMetadata;
import io.newsfold.enrich.clean.field.FieldCollector;
import io.newsfold.enrich.clean.field.PageFields;
import io.newsfold.enrich.clean.field.SiteNames;
import io.newsfold.enrich.clean.input.RawContent;
import io.newsfold.text.charset.FlaggedText;
import io.newsfold.text.date.Dates;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a delivery: its page or text, and the fields that came beside it. */
final class DeliveryReader {
    private static final String FEED = "feed";

    private DeliveryReader() {}

    /** @throws RawContent.Unusable where the page has more nodes than are read */
    static Page read(RawArticle raw, RawContent content) throws RawContent.Unusable {
        FlaggedText text = content.decode();
        DateClues clues = new DateClues(raw.url(), raw.about().fetched());
        Page page = content.isPage()
                ? PageReader.read(text.text(), clues)
                : TextReader.read(text.text(), content.isMarkdown());
        Page known = addKnownFields(page.flagged(text.flags()), content.about());
        PageFields fields = addDateOfAddress(known.fields(), raw).knowing(site(raw));
        return known.with(fields).flagged(flags(fields.declared(), raw, content));
    }

    /** What the feed says of the article counts for more than what its page says. */
    private static Page addKnownFields(Page page, About about) {
        FieldCollector collector = new FieldCollector(page.fields());
        collector.addHeadline(about.headline(), FEED, Confidence.FEED);
        collector.addPublisher(about.publisher(), FEED, Confidence.FEED);
        collector.addAuthors(about.author(), FEED, Confidence.FEED);
        if (about.language() != null) {
            collector.addLanguage(LanguageCode.primary(about.language()), FEED, Confidence.FEED_LANGUAGE);
        }
        boolean dated = collector.addPublished(about.published(), FEED, Confidence.FEED);
        Page known = page.with(collector.fields()).flagged(collector.flags());
        return dated || about.published() == null ? known : known.flagged(Set.of(Flag.DATE_UNREADABLE));
    }

    private static PageFields addDateOfAddress(PageFields fields, RawArticle raw) {
        Optional<OffsetDateTime> date = CanonicalLink.of(
                        fields.declared().canonical(),
                        raw.url(),
                        fields.headline().best().orElse(""))
                .or(() -> Optional.ofNullable(raw.url()))
                .flatMap(Dates::inAddress);
        return date.isEmpty()
                ? fields
                : fields.withPublished(fields.published().with(date.get(), "address", Confidence.DATE_IN_ADDRESS));
    }

    private static SiteNames site(RawArticle raw) {
        return SiteNames.of(List.of(), Optional.ofNullable(raw.url()).stream().toList());
    }

    private static Set<Flag> flags(DeclaredMetadata declared, RawArticle raw, RawContent content) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (CanonicalLink.isForeign(declared.canonical(), raw.url())) {
            flags.add(Flag.FOREIGN_CANONICAL);
        }
        if (content.isFlash()) {
            flags.add(Flag.HEADLINE_ONLY);
        }
        if (declared.aiOptOut()) {
            flags.add(Flag.AI_OPT_OUT);
        }
        if (Boolean.FALSE.equals(declared.isAccessibleForFree())) {
            flags.add(Flag.PAYWALL);
        }
        return flags;
    }
}
