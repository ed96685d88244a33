package io.newsfold.desk.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks up names in a text: runs of whole words, in any case. */
final class SpelledNames {
    private final List<Word> words;
    private final Map<String, List<Integer>> places = new HashMap<>();

    SpelledNames(String text) {
        words = WordedText.of(text).words();
        for (int i = 0; i < words.size(); i++) {
            places.computeIfAbsent(words.get(i).form(), form -> new ArrayList<>())
                    .add(i);
        }
    }

    boolean has(String name) {
        List<Word> wanted = WordedText.of(name).words();
        return !wanted.isEmpty()
                && places.getOrDefault(wanted.get(0).form(), List.of()).stream()
                        .anyMatch(place -> standsAt(place, wanted));
    }

    private boolean standsAt(int place, List<Word> wanted) {
        if (place + wanted.size() > words.size()) {
            return false;
        }
        for (int i = 1; i < wanted.size(); i++) {
            if (!words.get(place + i).form().equals(wanted.get(i).form())) {
                return false;
            }
        }
        return true;
    }
}
