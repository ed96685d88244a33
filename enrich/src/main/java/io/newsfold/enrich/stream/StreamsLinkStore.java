package io.newsfold.enrich.stream;

import io.newsfold.contract.JsonSerde;
import io.newsfold.contract.Story.SameEvent;
import io.newsfold.enrich.link.EventLinks;
import io.newsfold.enrich.link.LinkStore;
import io.newsfold.enrich.link.StoryLinks;
import io.newsfold.enrich.link.StorySignature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Signatures and links in stores of Kafka Streams. A third store has {@code language|key|day|story} for each key
 * of a story, so that the stories of some days that have a key are one range.
 */
final class StreamsLinkStore implements LinkStore {
    private static final String SIGNATURES = "link-signatures";
    private static final String LINKS = "link-stories";
    private static final String POSTINGS = "link-postings";
    private static final String SEPARATOR = "|";
    private static final String AFTER_SEPARATOR = "}";
    private static final byte[] NOTHING = {};
    private static final int CACHED_STORIES = 1_000;

    private final KeyValueStore<String, StorySignature> signatures;
    private final KeyValueStore<String, StoryLinks> links;
    private final KeyValueStore<String, byte[]> postings;
    private final Set<String> languages = new TreeSet<>();
    private final Map<String, Optional<StorySignature>> recent = new RecentlyUsed<>(CACHED_STORIES);

    StreamsLinkStore(ProcessorContext<?, ?> context) {
        signatures = context.getStateStore(SIGNATURES);
        links = context.getStateStore(LINKS);
        postings = context.getStateStore(POSTINGS);
        readLanguages();
    }

    static Set<StoreBuilder<?>> stores() {
        return PersistentStore.inFixedOrder(
                PersistentStore.builder(SIGNATURES, new JsonSerde<>(StorySignature.class)),
                PersistentStore.builder(LINKS, new JsonSerde<>(StoryLinks.class)),
                PersistentStore.builder(POSTINGS, Serdes.ByteArray()));
    }

    /** Jumps from the first key of one language to that of the next. */
    private void readLanguages() {
        String from = "";
        while (from != null) {
            try (KeyValueIterator<String, byte[]> keys = postings.range(from, null)) {
                from = keys.hasNext() ? keys.peekNextKey() : null;
            }
            if (from != null) {
                String language = from.substring(0, from.indexOf(SEPARATOR));
                languages.add(language);
                from = language + AFTER_SEPARATOR;
            }
        }
    }

    @Override
    public Optional<StorySignature> signature(String story) {
        return recent.computeIfAbsent(story, id -> Optional.ofNullable(signatures.get(id)));
    }

    @Override
    public void put(StorySignature signature) {
        signatures.put(signature.story(), signature);
        recent.put(signature.story(), Optional.of(signature));
        languages.add(signature.inLanguage());
        for (String key : signature.keys()) {
            postings.put(posting(signature, key), NOTHING);
        }
    }

    @Override
    public void remove(String story) {
        signature(story).ifPresent(signature -> {
            for (String key : signature.keys()) {
                postings.delete(posting(signature, key));
            }
        });
        signatures.delete(story);
        recent.put(story, Optional.empty());
    }

    @Override
    public List<SameEvent> links(String story) {
        return Optional.ofNullable(links.get(story)).orElse(StoryLinks.NONE).links();
    }

    @Override
    public void put(String story, List<SameEvent> its) {
        links.put(story, its.isEmpty() ? null : new StoryLinks(its));
    }

    @Override
    public Set<String> languages() {
        return languages;
    }

    @Override
    public List<String> stories(String language, String key, LocalDate from, LocalDate to) {
        List<String> stories = new ArrayList<>();
        String ofKey = language + SEPARATOR + key + SEPARATOR;
        try (KeyValueIterator<String, byte[]> found =
                postings.range(ofKey + from + SEPARATOR, ofKey + to + AFTER_SEPARATOR)) {
            found.forEachRemaining(entry -> stories.add(entry.key.substring(entry.key.lastIndexOf(SEPARATOR) + 1)));
        }
        return stories;
    }

    private static String posting(StorySignature signature, String key) {
        return String.join(
                SEPARATOR,
                signature.inLanguage(),
                key,
                EventLinks.day(signature).toString(),
                signature.story());
    }
}
