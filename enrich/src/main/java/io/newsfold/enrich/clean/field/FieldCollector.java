package io.newsfold.enrich.clean.field;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.contract.ArticleText.Image;
import io.newsfold.contract.Flag;
import io.newsfold.contract.Limits;
import io.newsfold.text.charset.FlaggedText;
import io.newsfold.text.charset.TextNormalizer;
import io.newsfold.text.date.DateLocale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link PageFields}: normalizes each string and parses names and dates before it takes them. Confined to one
 * reader.
 */
public final class FieldCollector {
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<Image> images = new ArrayList<>();
    private final DateCollector dates;
    private FieldCandidates<String> headline;
    private FieldCandidates<List<Author>> author;
    private FieldCandidates<String> publisher;
    private FieldCandidates<String> language;
    private DeclaredMetadata declared;

    /** Begins with what was found before, in a language and at a time that are not known. */
    public FieldCollector(PageFields fields) {
        this(fields, DateLocale.UNKNOWN, Instant.MAX);
    }

    /**
     * Begins with what was found before.
     *
     * @param locale in which dates are written
     * @param fetched no date can be later
     */
    public FieldCollector(PageFields fields, DateLocale locale, Instant fetched) {
        headline = fields.headline();
        author = fields.author();
        dates = new DateCollector(fields.published(), fields.modified(), locale, fetched);
        publisher = fields.publisher();
        language = fields.language();
        declared = fields.declared();
        images.addAll(fields.images());
    }

    /** What has been collected. */
    public PageFields fields() {
        return new PageFields(
                headline, author, dates.published(), dates.modified(), publisher, language, declared, images);
    }

    /** What was repaired or cut on the way. */
    public Set<Flag> flags() {
        return Set.copyOf(flags);
    }

    FieldCandidates<String> headline() {
        return headline;
    }

    DeclaredMetadata declared() {
        return declared;
    }

    void declare(DeclaredMetadata metadata) {
        declared = metadata;
    }

    /** @param text nothing is added for null or blank text */
    public void addHeadline(@Nullable String text, String from, Confidence confidence) {
        String line = name(text);
        headline = line.isEmpty() ? headline : headline.with(line, from, confidence);
    }

    /** @param text nothing is added for null or blank text */
    public void addPublisher(@Nullable String text, String from, Confidence confidence) {
        String line = name(text);
        publisher = line.isEmpty() ? publisher : publisher.with(line, from, confidence);
    }

    /** @param names as an author field has them; nothing is added for null or where no person is among them */
    public void addAuthors(@Nullable String names, String from, Confidence confidence) {
        addAuthors(names == null ? List.of() : Bylines.people(line(names)), from, confidence);
    }

    void addAuthors(List<Author> people, String from, Confidence confidence) {
        author = people.isEmpty() ? author : author.with(people, from, confidence);
    }

    /** @param text nothing is added for null or where it is no date; returns whether something was added */
    public boolean addPublished(@Nullable String text, String from, Confidence confidence) {
        return dates.addDelivered(text, from, confidence);
    }

    DateCollector dates() {
        return dates;
    }

    /** @param code two letters, or three where there are no two */
    public void addLanguage(String code, String from, Confidence confidence) {
        language = language.with(code, from, confidence);
    }

    /** @param caption with its credit, where it has one */
    void addImage(@Nullable String url, @Nullable String caption) {
        if (url != null && (url.startsWith("https://") || url.startsWith("http://"))) {
            images.add(Captions.image(line(url), caption == null ? null : line(caption)));
        }
    }

    /** One line of clean text: every string of a page has to pass through this. */
    String line(String text) {
        FlaggedText normalized = TextNormalizer.apply(text);
        flags.addAll(normalized.flags());
        return TextNormalizer.oneLine(normalized.text());
    }

    private String name(@Nullable String text) {
        String line = text == null ? "" : line(text);
        if (line.length() > Limits.HEADLINE_CHARS) {
            flags.add(Flag.HEADLINE_CUT);
        }
        return TextNormalizer.cut(line, Limits.HEADLINE_CHARS);
    }
}
