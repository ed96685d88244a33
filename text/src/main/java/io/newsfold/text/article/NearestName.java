package io.newsfold.text.article;

import io.newsfold.text.spelling.EditDistance;
import java.util.Collection;
import java.util.Optional;

/** Finds the known name that an unknown one is most likely meant to be. */
final class NearestName {
    private static final int LONGEST = 40;

    private NearestName() {}

    /** The known name that differs in one letter, in two where the name is long, or that is a part of the name. */
    static Optional<String> of(String name, Collection<String> known) {
        String plain = ObjectFields.plain(name);
        Optional<String> spelling = spelling(name, known);
        return spelling.isPresent() || plain.length() > LONGEST
                ? spelling
                : known.stream()
                        .filter(k -> k.length() >= 4 && plain.contains(ObjectFields.plain(k)))
                        .findFirst();
    }

    /** The known name that differs in one letter, in two where the name is long. */
    static Optional<String> spelling(String name, Collection<String> known) {
        String plain = ObjectFields.plain(name);
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int least = plain.length() < 6 ? 2 : 3;
        for (String candidate : known) {
            int distance = EditDistance.of(plain, ObjectFields.plain(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }
}
