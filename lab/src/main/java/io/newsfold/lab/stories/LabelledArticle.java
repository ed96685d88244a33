package io.newsfold.lab.stories;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Fingerprint;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article of a set whose stories people have told.
 *
 * @param set name of the set
 * @param story its story; null where nobody told it, so that it takes part and is not scored
 * @param text headline and body
 */
record LabelledArticle(String set, @Nullable String story, String text, Fingerprint fingerprint) {
    String id() {
        return fingerprint.id();
    }

    CanonicalPosition position() {
        return CanonicalPosition.of(fingerprint);
    }

    /** Days since 1970. */
    double day() {
        return fingerprint.time().getEpochSecond() / 86_400.0;
    }

    /** The weights of its terms, of length 1. */
    Map<String, Double> vector() {
        double squares = 0;
        for (Fingerprint.Term term : fingerprint.terms()) {
            squares += (double) term.weight() * term.weight();
        }
        Map<String, Double> vector = new HashMap<>();
        for (Fingerprint.Term term : fingerprint.terms()) {
            vector.put(term.word(), term.weight() / Math.sqrt(squares));
        }
        return vector;
    }
}
