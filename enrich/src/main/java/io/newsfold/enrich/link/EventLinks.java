package io.newsfold.enrich.link;

import io.newsfold.contract.Story.SameEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the links of every story while stories change. Whether two stories are linked depends on these two alone, so
 * the links depend on the stories there are, not on the order in which they came.
 */
public final class EventLinks {
    private static final Comparator<SameEvent> BEST_FIRST =
            Comparator.comparingDouble(SameEvent::score).reversed().thenComparing(SameEvent::story);

    private final LinkStore store;

    public EventLinks(LinkStore store) {
        this.store = store;
    }

    /**
     * Takes a story in its new state.
     *
     * @param signature null where the story is gone or can have no links
     * @param changed receives each story whose links are others now, with these, the best first
     */
    public void update(String story, @Nullable StorySignature signature, BiConsumer<String, List<SameEvent>> changed) {
        Optional<StorySignature> before = store.signature(story);
        if (before.equals(Optional.ofNullable(signature))) {
            return;
        }
        store.remove(story);
        Map<String, SameEvent> links = new TreeMap<>();
        if (signature != null) {
            store.put(signature);
            for (StorySignature other : candidates(signature)) {
                link(signature, other).ifPresent(link -> links.put(other.story(), link));
            }
        }
        Set<String> others = new TreeSet<>(links.keySet());
        store.links(story).forEach(link -> others.add(link.story()));
        replace(story, List.copyOf(links.values()), changed);
        for (String other : others) {
            List<SameEvent> its = new ArrayList<>(store.links(other));
            its.removeIf(link -> link.story().equals(story));
            if (signature != null) {
                store.signature(other).flatMap(from -> link(from, signature)).ifPresent(its::add);
            }
            replace(other, its, changed);
        }
    }

    private static Optional<SameEvent> link(StorySignature from, StorySignature to) {
        EventScore score = EventScore.of(from, to);
        return score.isLink()
                ? Optional.of(new SameEvent(
                        to.story(), to.inLanguage(), to.headline(), score.score(), score.entities(), score.figures()))
                : Optional.empty();
    }

    private void replace(String story, List<SameEvent> links, BiConsumer<String, List<SameEvent>> changed) {
        List<SameEvent> sorted = links.stream().sorted(BEST_FIRST).toList();
        if (!sorted.equals(store.links(story))) {
            store.put(story, sorted);
            changed.accept(story, sorted);
        }
    }

    /** All stories of other languages that began within days and have a key of the story. */
    private List<StorySignature> candidates(StorySignature signature) {
        LocalDate day = day(signature);
        long days = EventScore.LONGEST.toDays();
        Set<String> keys = signature.keys();
        Set<String> ids = new TreeSet<>();
        for (String language : store.languages()) {
            if (!language.equals(signature.inLanguage())) {
                for (String key : keys) {
                    ids.addAll(store.stories(language, key, day.minusDays(days), day.plusDays(days)));
                }
            }
        }
        return ids.stream().flatMap(id -> store.signature(id).stream()).toList();
    }

    /** The day on which a story began, in UTC. */
    public static LocalDate day(StorySignature signature) {
        return LocalDate.ofInstant(signature.first(), ZoneOffset.UTC);
    }
}
