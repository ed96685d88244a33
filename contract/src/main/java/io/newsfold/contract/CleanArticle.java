package io.newsfold.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cleaned and tagged article with its versions, part of {@link EnrichedArticle}. It depends on the article's
 * deliveries alone.
 *
 * @param id see {@link ArticleId}
 * @param url canonical address; null for text that came without one
 * @param text its fields stand beside the others in the JSON
 * @param entities by salience, then id
 * @param about topics, the surest first, each followed by those above it
 * @param contentLocation place that it is mainly about; null where it names none that matters
 * @param credits origins that the text credits, in order of appearance
 * @param versions by revision
 * @param cleaning dropped blocks with their reasons
 * @param fields origin of each field
 * @param flags repairs and doubts, sorted
 */
public record CleanArticle(
        String schema,
        String id,
        @Nullable String url,
        Source source,
        @JsonUnwrapped ArticleText text,
        List<Entity> entities,
        List<MediaTopic> about,
        @Nullable ContentLocation contentLocation,
        List<Credit> credits,
        List<Version> versions,
        Cleaning cleaning,
        Fields fields,
        List<String> flags) {

    public static final String SCHEMA = Topic.ENRICHED.schema();

    @SuppressWarnings("RedundantNullCheck") // records of earlier builds have no topics
    public CleanArticle {
        about = about == null ? List.of() : List.copyOf(about);
        entities = List.copyOf(entities);
        credits = List.copyOf(credits);
        versions = List.copyOf(versions);
        flags = List.copyOf(flags);
    }

    /**
     * Time of this article in the canonical order: its publication date, else its first fetch. An article whose date is
     * a day alone, and which was fetched on that day, counts from the fetch: at midnight it would precede all reports
     * of the day.
     */
    public Instant time() {
        Instant published = text.datePublished();
        if (published == null) {
            return seen();
        }
        boolean seenThatDay = published.equals(seen().truncatedTo(ChronoUnit.DAYS));
        return hasDayOnly() && seenThatDay ? seen() : published;
    }

    /** Whether the date of publication is a day, without a time. */
    public boolean hasDayOnly() {
        Instant published = text.datePublished();
        return published != null && published.equals(published.truncatedTo(ChronoUnit.DAYS));
    }

    /** Whether the article says when it was published; without that, {@link #time} is its first fetch. */
    public boolean hasDate() {
        return text.datePublished() != null;
    }

    /** First fetch; of two articles of one time, the one fetched first is the earlier. */
    public Instant seen() {
        return versions.get(0).firstFetched();
    }

    /**
     * Source of the article.
     *
     * @param id id in the input, if it has one
     * @param feed name of the feed
     * @param publisher organisation behind the site
     */
    public record Source(
            @Nullable String id,
            @Nullable String feed,
            @Nullable String publisher) {}

    /**
     * A credit to an origin.
     *
     * @param name outlet or agency, by its usual name if known
     * @param text wording of the credit
     */
    public record Credit(String name, String text) {}

    /**
     * One version of the text.
     *
     * @param revision from 1, in the order of first fetch
     * @param sha256 of headline and body
     * @param source source of its first delivery
     * @param changes against the last revision before that was not set aside, sorted; empty for the first
     * @param setAside code of why it does not count; null where it counts, or was replaced by a later version
     */
    public record Version(
            int revision,
            String sha256,
            Instant firstFetched,
            Source source,
            List<String> changes,
            @Nullable String setAside) {
        public Version {
            changes = List.copyOf(changes);
        }
    }

    /** What {@code clean} dropped. */
    public record Cleaning(List<Dropped> dropped) {
        public Cleaning {
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * One block that is not part of the article.
     *
     * @param reason code from the closed list of {@code clean}
     * @param text the block, cut to 300 characters
     */
    public record Dropped(String reason, String text) {}

    /**
     * Origin of a field.
     *
     * @param from place on the page: {@code json-ld}, {@code meta}, {@code header}, {@code text}, …
     * @param confidence 0.0 to 1.0
     * @param rivals other candidates, best first
     */
    public record Origin(String from, double confidence, List<String> rivals) {
        public Origin {
            rivals = List.copyOf(rivals);
        }
    }

    /** The origins of the fields; null for a field that was not found. */
    public record Fields(
            @Nullable Origin headline,
            @Nullable Origin author,
            @Nullable Origin datePublished,
            @Nullable Origin dateModified,
            @Nullable Origin publisher,
            @Nullable Origin inLanguage,
            @Nullable Origin kind,
            @Nullable Origin articleBody) {}
}
