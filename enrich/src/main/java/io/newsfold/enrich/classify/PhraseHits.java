package io.newsfold.enrich.classify;

import io.newsfold.enrich.classify.TopicRules.RulePhrase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which phrases of the rules an article has, where each is first, and how often it is there. Not thread-safe. */
final class PhraseHits {
    /** The place of a phrase that is in the headline. */
    static final int HEADLINE = -1;

    private final TopicRules rules;
    private final Map<Integer, Hit> hits = new LinkedHashMap<>();

    PhraseHits(TopicRules rules) {
        this.rules = rules;
    }

    /** Where a phrase is. */
    private static final class Hit {
        private final RulePhrase phrase;
        private final int first;
        private int count;

        Hit(RulePhrase phrase, int first) {
            this.phrase = phrase;
            this.first = first;
        }
    }

    /** Receives a phrase, the index of the word where it is first, or {@link #HEADLINE}, and how often it is there. */
    interface Receiver {
        void accept(RulePhrase phrase, int first, int count);
    }

    void addHeadline(List<String> stems) {
        add(stems, true);
    }

    void addBody(List<String> stems) {
        add(stems, false);
    }

    private void add(List<String> stems, boolean isHeadline) {
        for (int i = 0; i < stems.size(); i++) {
            int place = isHeadline ? HEADLINE : i;
            for (RulePhrase phrase : longestAt(i, stems)) {
                hits.computeIfAbsent(phrase.number(), number -> new Hit(phrase, place)).count++;
            }
        }
    }

    /** The phrases that begin at a word; of a topic's the longest, so that a word against it is not for it too. */
    private Collection<RulePhrase> longestAt(int begin, List<String> stems) {
        List<RulePhrase> phrases = rules.from(stems.get(begin));
        if (phrases.isEmpty()) {
            return phrases;
        }
        Map<String, RulePhrase> longest = new LinkedHashMap<>();
        for (RulePhrase phrase : phrases) {
            if (phrase.isAt(begin, stems)) {
                longest.merge(
                        phrase.code(),
                        phrase,
                        (a, b) -> b.stems().size() > a.stems().size() ? b : a);
            }
        }
        return longest.values();
    }

    void forEach(Receiver receiver) {
        hits.values().forEach(hit -> receiver.accept(hit.phrase, hit.first, hit.count));
    }
}
