package io.newsfold.enrich.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Fingerprint.Term;
import io.newsfold.enrich.fingerprint.Terms;
import io.newsfold.enrich.fingerprint.WordHash;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Writes the layout that {@link PackedFingerprint} reads. */
final class FingerprintPacker {
    /** Number of key terms: the heaviest, which depend on the article and on the background table alone. */
    private static final int KEYS = 32;

    private final Fingerprint fingerprint;
    private final long version;
    private final byte[] id;
    private final byte[] language;
    private final long[] headline;
    private final long[] numbers;

    private FingerprintPacker(Fingerprint fingerprint, long version) {
        this.fingerprint = fingerprint;
        this.version = version;
        id = fingerprint.id().getBytes(UTF_8);
        language = fingerprint.language().getBytes(UTF_8);
        headline = WordHash.of(Terms.of(fingerprint.headline(), fingerprint.language()));
        numbers = WordHash.of(fingerprint.numbers());
    }

    /** @param version position of the fingerprint in the order of all fingerprints */
    static byte[] pack(Fingerprint fingerprint, long version) {
        return new FingerprintPacker(fingerprint, version).pack();
    }

    private byte[] pack() {
        ByteBuffer out = ByteBuffer.allocate(size());
        out.put(PackedFingerprint.FORMAT).put((byte) fingerprint.thinning());
        putCounts(out);
        out.putLong(version);
        put(out, fingerprint.time());
        put(out, fingerprint.seen());
        putNorms(out);
        out.put(id).put(language);
        putTerms(out);
        put(out, fingerprint.title());
        put(out, fingerprint.figures());
        put(out, headline);
        put(out, numbers);
        fingerprint.shingles().forEach(out::putInt);
        fingerprint.lead().forEach(out::putInt);
        return out.array();
    }

    private int size() {
        int weighted = fingerprint.terms().size()
                + fingerprint.title().size()
                + fingerprint.figures().size();
        int hashes = fingerprint.shingles().size() + fingerprint.lead().size();
        return PackedFingerprint.ARRAYS
                + id.length
                + language.length
                + weighted * PackedFingerprint.WEIGHTED_WORD
                + (headline.length + numbers.length) * Long.BYTES
                + hashes * Integer.BYTES;
    }

    private void putCounts(ByteBuffer out) {
        out.putInt(id.length).putInt(language.length);
        out.putInt(fingerprint.terms().size());
        out.putInt(fingerprint.title().size());
        out.putInt(fingerprint.figures().size());
        out.putInt(headline.length).putInt(numbers.length);
        out.putInt(fingerprint.shingles().size());
        out.putInt(fingerprint.lead().size());
        out.putInt(fingerprint.words());
        out.putInt(fingerprint.title().stream().mapToInt(Term::weight).sum());
    }

    private void putNorms(ByteBuffer out) {
        List<Term> terms = fingerprint.terms();
        out.putDouble(norm(terms));
        out.putDouble(norm(terms.subList(0, Math.min(KEYS, terms.size()))));
        out.putDouble(norm(terms.stream().filter(Term::isName).toList()));
        out.putDouble(norm(fingerprint.title()));
        out.putDouble(norm(fingerprint.figures()));
    }

    private void putTerms(ByteBuffer out) {
        List<Term> terms = fingerprint.terms();
        Set<String> rare = Set.copyOf(fingerprint.rareNames());
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            int marks = (i < KEYS ? PackedFingerprint.KEY : 0)
                    | (term.isName() ? PackedFingerprint.NAME : 0)
                    | (rare.contains(term.word()) ? PackedFingerprint.RARE_NAME : 0);
            out.putLong(WordHash.of(term.word())).putInt(term.weight() | marks);
        }
    }

    private static void put(ByteBuffer out, Instant time) {
        out.putLong(time.getEpochSecond()).putInt(time.getNano());
    }

    private static void put(ByteBuffer out, List<Term> terms) {
        terms.forEach(term -> out.putLong(WordHash.of(term.word())).putInt(term.weight()));
    }

    private static void put(ByteBuffer out, long[] hashes) {
        for (long hash : hashes) {
            out.putLong(hash);
        }
    }

    private static double norm(List<Term> terms) {
        long squares = 0;
        for (Term term : terms) {
            squares += (long) term.weight() * term.weight();
        }
        return Math.sqrt((double) squares);
    }
}
