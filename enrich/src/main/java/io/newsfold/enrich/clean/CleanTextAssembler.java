package io.newsfold.enrich.clean;

import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.ArticleText;
import io.newsfold.contract.ArticleText.Author;
import io.newsfold.contract.ArticleText.Image;
import io.newsfold.contract.CleanArticle.Dropped;
import io.newsfold.contract.CleanArticle.Fields;
import io.newsfold.contract.CleanArticle.Origin;
import io.newsfold.contract.Flag;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.DropReason;
import io.newsfold.enrich.clean.field.Bylines;
import io.newsfold.enrich.clean.field.CanonicalLink;
import io.newsfold.enrich.clean.field.Confidence;
import io.newsfold.enrich.clean.field.Credits;
import io.newsfold.enrich.clean.field.Datelines;
import io.newsfold.enrich.clean.field.FieldCandidates;
import io.newsfold.enrich.clean.field.Headings;
import io.newsfold.enrich.clean.field.PageFields;
import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.enrich.clean.kind.KindDetector;
import io.newsfold.text.charset.TextNormalizer;
import io.newsfold.text.date.DateLocale;
import io.newsfold.text.date.Dates;
import io.newsfold.text.language.LanguageDetector;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assembles the clean text of an article from the fields of its page and the blocks that were selected. */
final class CleanTextAssembler {
    private static final int MAX_DROPPED_CHARS = 300;
    private static final int OPENING_CHARS = 100;
    private static final int LEAST_OPENING_CHARS = 40;
    private static final int NAME_WORDS = 4;

    private CleanTextAssembler() {}

    /** @param selected at least one of them is kept */
    static CleanText assemble(RawArticle raw, Page page, SelectedBlocks selected) {
        PageFields withHeadline = page.fields().withHeadline(headline(page.fields(), selected));
        PageFields withAuthor = withHeadline.withAuthor(authors(withHeadline.author(), selected.all()));
        String headline = withAuthor.headline().best().orElseThrow();
        LanguageDetector.Guess language = LanguageDetector.of(
                headline + ". " + joined(selected.kept()),
                withAuthor.language().best().orElse(""));
        DateLocale declared = page.dateLocale();
        DateLocale locale = declared.language().isEmpty() ? declared.in(language.code()) : declared;
        SelectedBlocks blocks =
                KnownLines.drop(selected, headline, withAuthor.author().best().orElse(List.of()), locale);
        List<Block> kept = blocks.kept();
        String joined = joined(kept);
        String articleBody = TextNormalizer.cut(joined, Limits.TEXT_CHARS);

        PageFields withDates =
                ArticleDates.add(withAuthor, blocks.all(), locale, raw.about().fetched());
        PageFields fields = withDates
                .preferShownDate()
                .withLanguage(withAuthor.language().with(language.code(), "text", language.confidence()));
        PublicationDate published =
                PublicationDate.of(fields.published(), raw.about().fetched());
        List<Image> images = fields.images().stream().distinct().toList();
        List<Block> dropped = blocks.dropped();
        String publisher = fields.publisher().best().orElse(null);

        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(page.flags());
        flags.addAll(published.flags());
        flags.addAll(flagIf(publisher != null && TextMeasures.mixScripts(publisher), Flag.MIXED_SCRIPT));
        flags.addAll(flagIf(joined.length() > Limits.TEXT_CHARS, Flag.BODY_CUT));
        flags.addAll(flagIf(images.size() > Limits.IMAGES, Flag.IMAGES_CUT));
        flags.addAll(flagIf(dropped.size() > Limits.DROPPED_BLOCKS, Flag.DROPPED_CUT));

        FieldCandidates<ArticleKind> kind = KindDetector.kinds(new KindDetector.Article(
                raw.url(),
                fields.declared().section(),
                fields.declared().types(),
                headline,
                language.code(),
                page.flags().contains(Flag.HEADLINE_ONLY),
                kept.stream().map(Block::text).toList()));
        ArticleText text = articleText(
                raw,
                fields,
                published,
                language,
                kind.best().orElseThrow(),
                articleBody,
                kept.get(0).text(),
                images);
        return new CleanText(
                text,
                publisher,
                Credits.in(kept.stream().map(Block::text).toList(), blocks.dropped(DropReason.SYNDICATION), publisher),
                dropped.stream()
                        .limit(Limits.DROPPED_BLOCKS)
                        .map(CleanTextAssembler::dropped)
                        .toList(),
                origins(fields, published, kind, page.origin()),
                codes(flags, raw.about().flags()));
    }

    private static String joined(List<Block> kept) {
        return kept.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private static ArticleText articleText(
            RawArticle raw,
            PageFields fields,
            PublicationDate published,
            LanguageDetector.Guess language,
            ArticleKind kind,
            String articleBody,
            String firstParagraph,
            List<Image> images) {
        Instant fetched = raw.about().fetched();
        return new ArticleText(
                fields.headline().best().orElseThrow(),
                Headings.alternative(fields.headline()).orElse(null),
                fields.author().best().orElse(List.of()),
                published.date(),
                fields.modified()
                        .best()
                        .filter(d -> Dates.isPlausible(d, fetched) && !isBefore(d, published.date()))
                        .map(d -> Dates.mostExact(d, fields.modified().rivals()))
                        .orElse(null),
                CanonicalLink.of(
                                fields.declared().canonical(),
                                raw.url(),
                                fields.headline().best().orElse(""))
                        .orElse(null),
                Datelines.of(firstParagraph).orElse(null),
                fields.declared().isAccessibleForFree(),
                images.stream().limit(Limits.IMAGES).toList(),
                language.code(),
                fields.declared().section(),
                kind,
                articleBody);
    }

    /** Whether a change lies on a day before the publication, so that it is none. */
    private static boolean isBefore(OffsetDateTime modified, @Nullable OffsetDateTime published) {
        return published != null && modified.toLocalDate().isBefore(published.toLocalDate());
    }

    private static Fields origins(
            PageFields fields, PublicationDate published, FieldCandidates<ArticleKind> kind, String body) {
        return new Fields(
                fields.headline().origin(),
                fields.author().best().isEmpty() ? null : fields.author().origin(),
                published.date() == null
                        ? fields.published().originOfUnread()
                        : fields.published().origin(),
                fields.modified().origin(),
                fields.publisher().origin(),
                fields.language().origin(),
                kind.origin(),
                new Origin(body, Confidence.SELECTED_BODY.value(), List.of()));
    }

    /** The candidates for the headline, with some from the text where those of the page are weak. */
    private static FieldCandidates<String> headline(PageFields fields, SelectedBlocks blocks) {
        FieldCandidates<String> headline = fields.headline();
        if (headline.confidence() >= Confidence.FIRM) {
            return headline;
        }
        Optional<String> heading = Headings.above(blocks.all(), headline.best().orElse(""));
        if (heading.isPresent()) {
            headline = headline.with(heading.get(), "heading above the text", Confidence.HEADING_ABOVE_TEXT);
        }
        if (headline.confidence() >= Confidence.OPENING_WORDS.value()) {
            return headline;
        }
        String opening = openingWords(blocks.kept().get(0).text());
        return headline.with(opening, "opening words", Confidence.OPENING_WORDS);
    }

    /** The candidates for the author, with those that bylines and biographies of the text name. */
    private static FieldCandidates<List<Author>> authors(FieldCandidates<List<Author>> ofPage, List<Block> blocks) {
        FieldCandidates<List<Author>> authors = ofPage;
        for (Block block : blocks) {
            List<Author> people = block.dropped() == DropReason.BYLINE ? Bylines.in(block.text()) : List.of();
            if (!people.isEmpty()) {
                authors = authors.with(people, "byline", Confidence.BYLINE_OF_TEXT);
            }
        }
        for (Block block : blocks) {
            List<Author> people = block.dropped() == DropReason.BIOGRAPHY ? peopleOfBiography(block) : List.of();
            if (!people.isEmpty()) {
                authors = authors.with(people, "biography", Confidence.BIOGRAPHY);
            }
        }
        return authors;
    }

    /** The person whom a biography is about, or the name above one. */
    private static List<Author> peopleOfBiography(Block block) {
        if (Bylines.isBiography(block.text())) {
            return Bylines.ofBiography(block.text());
        }
        boolean name = block.words() <= NAME_WORDS && block.kind() == Block.Kind.LINE;
        return name ? Bylines.people(block.text()) : List.of();
    }

    private static String openingWords(String paragraph) {
        if (paragraph.length() <= OPENING_CHARS) {
            return paragraph;
        }
        int end = paragraph.lastIndexOf(' ', OPENING_CHARS);
        return paragraph.substring(0, end < LEAST_OPENING_CHARS ? OPENING_CHARS : end) + "…";
    }

    private static Set<Flag> flagIf(boolean found, Flag flag) {
        return found ? Set.of(flag) : Set.of();
    }

    /** The codes of the flags and those that came with the delivery, sorted. */
    private static List<String> codes(Set<Flag> flags, List<String> delivered) {
        Set<String> codes = new TreeSet<>(delivered);
        flags.forEach(flag -> codes.add(flag.code()));
        return List.copyOf(codes);
    }

    private static Dropped dropped(Block block) {
        DropReason reason = block.dropped();
        return new Dropped(reason == null ? "" : reason.code(), TextNormalizer.cut(block.text(), MAX_DROPPED_CHARS));
    }
}
