package io.newsfold.enrich.match;

import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Fingerprint.Term;
import io.newsfold.enrich.fingerprint.Terms;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A fingerprint laid out for comparing. */
final class Print {
    final String id;
    final long version;
    final Instant time;
    final String language;
    final int words;
    final Vector terms;
    final Vector names;
    final Vector title;
    final Vector figures;
    final Set<String> headline;
    final Set<String> numbers;
    final int[] shingles;
    final int thinning;
    final int[] lead;

    /** @param version position in the order of all fingerprints */
    Print(Fingerprint fingerprint, long version) {
        this.id = fingerprint.id();
        this.version = version;
        this.time = fingerprint.time();
        this.language = fingerprint.language();
        this.words = fingerprint.words();
        this.terms = new Vector(fingerprint.terms());
        this.names =
                new Vector(fingerprint.terms().stream().filter(Term::isName).toList());
        this.title = new Vector(fingerprint.title());
        this.figures = new Vector(fingerprint.figures());
        this.headline = new HashSet<>(Terms.of(fingerprint.headline()));
        this.numbers = Set.copyOf(fingerprint.numbers());
        this.shingles = ints(fingerprint.shingles());
        this.thinning = fingerprint.thinning();
        this.lead = ints(fingerprint.lead());
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
