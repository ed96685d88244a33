package io.newsfold.enrich.link;

import io.newsfold.contract.Story.SameEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The signatures and links of all stories. */
public interface LinkStore {
    Optional<StorySignature> signature(String story);

    void put(StorySignature signature);

    void remove(String story);

    /** The links of a story; empty where it has none. */
    List<SameEvent> links(String story);

    void put(String story, List<SameEvent> links);

    /** The languages of all stories with a signature, and perhaps of some that had one. */
    Set<String> languages();

    /** Ids of the stories of a language that began within these days and have a key. */
    List<String> stories(String language, String key, LocalDate from, LocalDate to);
}
