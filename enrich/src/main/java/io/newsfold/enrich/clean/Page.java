package io.newsfold.enrich.clean;

import io.newsfold.contract.CleanArticle.Author;
import io.newsfold.contract.CleanArticle.Image;
import io.newsfold.contract.Limits;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reader found in a page or a text: candidates for each field, and the blocks in reading order. Filled by one reader, then read. */
public final class Page {
    static final String BESIDE_HEADLINE = "beside the headline";

    /** Repairs and doubts. */
    final Set<String> flags = new TreeSet<>();

    final FieldCandidates<String> headline = new FieldCandidates<>();
    final FieldCandidates<List<Author>> author = new FieldCandidates<>();
    final FieldCandidates<OffsetDateTime> published = new FieldCandidates<>();
    final FieldCandidates<OffsetDateTime> modified = new FieldCandidates<>();
    final FieldCandidates<String> publisher = new FieldCandidates<>();
    final FieldCandidates<String> language = new FieldCandidates<>();
    public final List<Block> blocks = new ArrayList<>();

    @Nullable
    String section;

    String bodyFrom = "text";

    /** What the metadata says of the article, empty where it says nothing. */
    String description = "";

    String articleBody = "";

    /** The address that the page says is its own; not checked. */
    @Nullable
    String canonical;

    /** Null where the page does not say. */
    @Nullable
    Boolean isAccessibleForFree;

    /** Whether the page asks machines that learn to stay away. */
    boolean aiOptOut;

    final List<Image> images = new ArrayList<>();

    /** What the page says of its own article, for the model of its body. */
    public DeclaredText declaredText() {
        return new DeclaredText(headline.best().orElse(""), description, articleBody);
    }

    void addDate(FieldCandidates<OffsetDateTime> dates, @Nullable String text, String from, double confidence) {
        if (text != null) {
            Dates.parse(text).ifPresent(date -> dates.add(date, from, confidence));
        }
    }

    /**
     * The date that readers are shown beside the headline, and that is not called an update, outweighs metadata of days before: the article was published anew.
     */
    void preferShownDate() {
        Optional<OffsetDateTime> shown = published.from(BESIDE_HEADLINE);
        Optional<OffsetDateTime> best = published.best();
        if (shown.isPresent() && best.isPresent() && best.get().plusDays(2).isBefore(shown.get())) {
            published.add(shown.get(), BESIDE_HEADLINE, 0.95);
        }
    }

    /** The site itself is nobody's author. */
    void dropAuthorsThatPublish() {
        List<String> sites = new ArrayList<>();
        publisher.best().ifPresent(sites::add);
        sites.addAll(publisher.rivals());
        List<String> bare = sites.stream().map(Page::withoutThe).toList();
        author.removeIf(people -> people.stream().allMatch(p -> bare.contains(withoutThe(p.name()))));
    }

    private static String withoutThe(String name) {
        String bare = TextMeasures.bare(name);
        return bare.startsWith("the ") ? bare.substring(4) : bare;
    }

    /** @param caption with its credit, where it has one */
    void addImage(@Nullable String url, @Nullable String caption) {
        if (url != null && (url.startsWith("https://") || url.startsWith("http://"))) {
            images.add(Captions.image(line(url), caption == null ? null : line(caption)));
        }
    }

    void addPeople(@Nullable String names, String from, double confidence) {
        List<Author> people = names == null ? List.of() : Bylines.people(line(names));
        if (!people.isEmpty()) {
            author.add(people, from, confidence);
        }
    }

    /** One line of clean text: what every string of a page has to pass through. */
    String line(String text) {
        return TextNormalizer.oneLine(TextNormalizer.apply(text, flags));
    }

    void addText(FieldCandidates<String> field, @Nullable String text, String from, double confidence) {
        String line = text == null ? "" : line(text);
        if (!line.isEmpty()) {
            if (line.length() > Limits.HEADLINE_CHARS) {
                flags.add("headline_cut");
            }
            field.add(TextNormalizer.cut(line, Limits.HEADLINE_CHARS), from, confidence);
        }
    }
}
