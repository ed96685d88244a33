package io.newsfold.enrich.revision;

import io.newsfold.contract.CleanArticle.Source;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Json;
import io.newsfold.enrich.clean.CleanText;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * The same clean text from the same source, and when it was seen.
 *
 * @param fetched ascending, each once
 */
public record ObservedText(CleanText text, List<Entity> entities, Source source, List<Instant> fetched) {

    public ObservedText {
        entities = List.copyOf(entities);
        fetched = List.copyOf(new TreeSet<>(fetched));
        if (fetched.isEmpty()) {
            throw new IllegalArgumentException("a sighting has a time");
        }
    }

    Instant first() {
        return fetched.get(0);
    }

    Instant last() {
        return fetched.get(fetched.size() - 1);
    }

    boolean isLike(ObservedText other) {
        return text.equals(other.text) && entities.equals(other.entities) && source.equals(other.source);
    }

    ObservedText at(List<Instant> times) {
        return new ObservedText(text, entities, source, times);
    }

    /** Orders sightings that have all else in common; the same on every machine. */
    String tieBreak() {
        return Json.text(at(List.of(Instant.EPOCH)));
    }
}
