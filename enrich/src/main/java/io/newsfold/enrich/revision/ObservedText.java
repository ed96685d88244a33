package io.newsfold.enrich.revision;

import io.newsfold.contract.CleanArticle.Source;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Json;
import io.newsfold.contract.MediaTopic;
import io.newsfold.contract.TextSketch;
import io.newsfold.enrich.clean.CleanText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A clean text of a source with the times at which it was fetched.
 *
 * @param entities of the text
 * @param source that delivered it
 * @param fetched at least one time, ascending, each once
 * @param address that led to it; null where it came without one
 * @param sketch what decides between this text and those of other deliveries
 * @param about topics, the surest first; none in what earlier builds stored
 */
public record ObservedText(
        CleanText text,
        List<Entity> entities,
        Source source,
        List<Instant> fetched,
        @Nullable String address,
        TextSketch sketch,
        List<MediaTopic> about) {

    @SuppressWarnings("RedundantNullCheck") // earlier builds stored none
    public ObservedText {
        about = about == null ? List.of() : List.copyOf(about);
        entities = List.copyOf(entities);
        fetched = List.copyOf(new TreeSet<>(fetched));
        if (fetched.isEmpty()) {
            throw new IllegalArgumentException("an observed text needs at least one fetch time");
        }
    }

    /** A text with its sketch, which is made here. */
    public static ObservedText of(
            CleanText text, List<Entity> entities, Source source, List<Instant> fetched, @Nullable String address) {
        return new ObservedText(text, entities, source, fetched, address, TextSketcher.sketch(text), List.of());
    }

    /** The text with its topics. */
    public ObservedText about(List<MediaTopic> topics) {
        return new ObservedText(text, entities, source, fetched, address, sketch, topics);
    }

    Instant first() {
        return fetched.get(0);
    }

    Instant last() {
        return fetched.get(fetched.size() - 1);
    }

    /** Whether it is the same text; its entities follow from it and from the tables of names, of which the last count. */
    boolean isSameText(ObservedText other) {
        return text.equals(other.text) && source.equals(other.source) && Objects.equals(address, other.address);
    }

    ObservedText withFetched(List<Instant> times) {
        return new ObservedText(text, entities, source, times, address, sketch, about);
    }

    /** Orders texts of equal fetch times; the same on every machine. */
    String tieBreak() {
        return Json.text(withFetched(List.of(Instant.EPOCH)));
    }
}
