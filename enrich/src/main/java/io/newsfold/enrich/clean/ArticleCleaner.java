package io.newsfold.enrich.clean;

import io.newsfold.contract.ArticleText;
import io.newsfold.contract.CleanArticle.Author;
import io.newsfold.contract.CleanArticle.Dropped;
import io.newsfold.contract.CleanArticle.Fields;
import io.newsfold.contract.CleanArticle.Origin;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.StageResult;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a clean text of a delivery, or says why there is none. A pure function; thread-safe. */
public final class ArticleCleaner {
    private static final String STAGE = "clean";
    private static final int MAX_DROPPED_CHARS = 300;
    private static final double FIRM = 0.6;

    /**
     * Cleans a delivery that has a body.
     *
     * @throws IllegalArgumentException for a withdrawal, which has nothing to clean
     */
    public StageResult<Cleaned> clean(RawArticle raw) {
        byte[] body = raw.body();
        if (body == null) {
            throw new IllegalArgumentException("a withdrawal has nothing to clean: " + raw.at());
        }
        try {
            if (body.length > Limits.BODY_BYTES) {
                throw new RawContent.Unusable(Reason.TOO_LARGE, "more than " + Limits.BODY_BYTES + " bytes");
            }
            return cleanText(raw, RawContent.of(body, raw.about()));
        } catch (RawContent.Unusable e) {
            return rejected(raw, e.reason, e.sentence);
        }
    }

    /**
     * What became of each block of a delivery, in reading order; empty where the delivery cannot be read at all.
     *
     * @throws IllegalArgumentException for a withdrawal
     */
    public List<BlockDecision> explain(RawArticle raw) {
        byte[] body = raw.body();
        if (body == null) {
            throw new IllegalArgumentException("a withdrawal has nothing to clean: " + raw.at());
        }
        try {
            RawContent delivered = RawContent.of(body, raw.about());
            Page page = read(delivered, raw);
            return select(delivered, page).stream()
                    .map(b -> new BlockDecision(
                            b.text(),
                            b.keep(),
                            b.dropped() == null ? null : b.dropped().code()))
                    .toList();
        } catch (RawContent.Unusable e) {
            return List.of();
        }
    }

    private static Page read(RawContent delivered, RawArticle raw) throws RawContent.Unusable {
        Set<String> flags = new TreeSet<>();
        String text = delivered.decode(flags);
        Page page = delivered.isPage() ? PageReader.read(text) : TextReader.read(text, delivered.isMarkdown());
        page.flags.addAll(flags);
        page.flags.addAll(raw.about().flags());
        addKnown(page, delivered.about());
        if (CanonicalLink.isForeign(page.canonical, raw.url())) {
            page.flags.add("foreign_canonical");
        }
        CanonicalLink.of(page.canonical, raw.url())
                .or(() -> Optional.ofNullable(raw.url()))
                .flatMap(Dates::inAddress)
                .ifPresent(date -> page.published.add(date, "address", 0.5));
        page.dropAuthorsThatPublish();
        return page;
    }

    private static List<Block> select(RawContent delivered, Page page) {
        return delivered.isFlash() || page.blocks.isEmpty()
                ? page.blocks
                : BlockSelection.of(BodyModel.judge(page), page.headline.best().orElse(""));
    }

    private static StageResult<Cleaned> cleanText(RawArticle raw, RawContent delivered) throws RawContent.Unusable {
        Page page = read(delivered, raw);
        Set<String> flags = page.flags;
        String headline = page.headline.best().orElse("");
        if (delivered.isFlash()) {
            flags.add("headline_only");
        }
        List<Block> blocks = select(delivered, page);
        noteHidden(blocks, flags);
        if (page.aiOptOut) {
            flags.add("ai_opt_out");
        }
        if (Boolean.FALSE.equals(page.isAccessibleForFree)) {
            flags.add("paywall");
        }
        List<Block> kept = blocks.stream().filter(Block::kept).toList();
        List<Block> dropped = blocks.stream().filter(b -> !b.kept()).toList();
        Optional<NonArticleDetector> other =
                delivered.isFlash() ? Optional.empty() : NonArticleDetector.of(headline, kept, dropped);
        if (other.isPresent()) {
            return rejected(raw, other.get().reason(), other.get().message());
        }
        String articleBody = cut(kept.stream().map(Block::text).collect(Collectors.joining("\n\n")), flags);
        if (page.headline.confidence() < FIRM) {
            Headings.above(blocks, headline).ifPresent(h -> page.headline.add(h, "heading above the text", FIRM));
            page.headline.add(openingWords(kept.get(0).text()), "opening words", 0.1);
            headline = page.headline.best().orElseThrow();
        }
        addAuthorsOfText(page, blocks);
        page.preferShownDate();
        Languages.Guess language = Languages.of(headline + ". " + articleBody);
        page.language.add(language.code(), "text", language.confidence());
        OffsetDateTime published = plausible(page.published, raw, flags);
        List<Author> authors = page.author.best().orElse(List.of());
        String publisher = page.publisher.best().orElse(null);
        if (publisher != null && TextMeasures.mixScripts(publisher)) {
            flags.add("mixed_script");
        }
        ArticleText text = new ArticleText(
                headline,
                page.headline.rivals().stream().findFirst().orElse(null),
                authors,
                published,
                page.modified
                        .best()
                        .filter(d -> Dates.isPlausible(d, raw.about().fetched()))
                        .orElse(null),
                CanonicalLink.of(page.canonical, raw.url()).orElse(null),
                Datelines.of(kept.get(0).text()).orElse(null),
                page.isAccessibleForFree,
                atMost(Limits.IMAGES, page.images.stream().distinct().toList(), "images_cut", flags),
                language.code(),
                page.section,
                articleBody);
        List<Dropped> noted = atMost(
                Limits.DROPPED_BLOCKS,
                dropped.stream().map(ArticleCleaner::dropped).toList(),
                "dropped_cut",
                flags);
        Fields fields = new Fields(
                page.headline.origin(),
                authors.isEmpty() ? null : page.author.origin(),
                published == null ? null : page.published.origin(),
                page.modified.origin(),
                page.publisher.origin(),
                page.language.origin(),
                new Origin(page.bodyFrom, 1.0, List.of()));
        CleanText clean =
                new CleanText(text, publisher, Credits.in(kept, dropped, publisher), noted, fields, List.copyOf(flags));
        return StageResult.done(new Cleaned(raw, delivered.about().sourceId(), clean));
    }

    private static void noteHidden(List<Block> blocks, Set<String> flags) {
        for (Block block : blocks) {
            if (BlockSelection.isHidden(block)) {
                flags.add(block.kept() ? "veiled_text" : "hidden_text");
            }
        }
    }

    /** What the feed said of the article counts for more than what its page says. */
    private static void addKnown(Page page, About about) {
        page.addText(page.headline, about.headline(), "feed", 0.97);
        page.addText(page.publisher, about.publisher(), "feed", 0.97);
        page.addPeople(about.author(), "feed", 0.97);
        page.addDate(page.published, about.published(), "feed", 0.97);
        if (about.published() != null && page.published.from("feed").isEmpty()) {
            page.flags.add("date_unreadable");
        }
    }

    private static void addAuthorsOfText(Page page, List<Block> blocks) {
        for (Block block : blocks) {
            List<Author> people = block.dropped() == DropReason.BYLINE ? Bylines.in(block.text()) : List.of();
            if (!people.isEmpty()) {
                page.author.add(people, "byline", 0.7);
            }
        }
        for (Block block : blocks) {
            if (block.dropped() == DropReason.BIOGRAPHY) {
                List<Author> people = Bylines.isBiography(block)
                        ? Bylines.ofBiography(block)
                        : block.words() <= 4 && block.kind() == Block.Kind.LINE
                                ? Bylines.people(block.text())
                                : List.of();
                if (!people.isEmpty()) {
                    page.author.add(people, "biography", 0.5);
                }
            }
        }
    }

    private static @Nullable OffsetDateTime plausible(
            FieldCandidates<OffsetDateTime> dates, RawArticle raw, Set<String> flags) {
        Optional<OffsetDateTime> best = dates.best();
        if (best.isPresent() && !Dates.isPlausible(best.get(), raw.about().fetched())) {
            flags.add("date_implausible");
            return null;
        }
        if (dates.rivals().stream()
                .anyMatch(d -> dates.isAsSure(d, FIRM)
                        && Math.abs(java.time.Duration.between(d, best.orElse(d))
                                        .toHours())
                                > 48)) {
            flags.add("date_conflict");
        }
        return best.map(d -> Dates.mostExact(d, dates.rivals())).orElse(null);
    }

    private static String openingWords(String paragraph) {
        if (paragraph.length() <= 100) {
            return paragraph;
        }
        int end = paragraph.lastIndexOf(' ', 100);
        return paragraph.substring(0, end < 40 ? 100 : end) + "…";
    }

    private static <T> List<T> atMost(int most, List<T> all, String flag, Set<String> flags) {
        if (all.size() <= most) {
            return all;
        }
        flags.add(flag);
        return all.subList(0, most);
    }

    private static String cut(String body, Set<String> flags) {
        if (body.length() <= Limits.TEXT_CHARS) {
            return body;
        }
        flags.add("body_cut");
        return TextNormalizer.cut(body, Limits.TEXT_CHARS);
    }

    private static Dropped dropped(Block block) {
        DropReason reason = block.dropped();
        return new Dropped(reason == null ? "" : reason.code(), TextNormalizer.cut(block.text(), MAX_DROPPED_CHARS));
    }

    private static StageResult<Cleaned> rejected(RawArticle raw, Reason reason, String message) {
        return StageResult.rejected(Rejection.of(raw, STAGE, reason, message));
    }
}
