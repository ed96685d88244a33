package io.newsfold.enrich.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Fingerprint.Term;
import io.newsfold.enrich.fingerprint.Terms;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * A fingerprint laid out for comparing: about 2 KB of bytes, words as hashes, read where they lie. Counts and lengths come first, then the arrays one after the
 * other.
 */
final class PackedFingerprint {
    /** An article is searched by so many of its heaviest terms: which these are depends on the article and on the background table alone. */
    private static final int KEYS = 32;

    static final int KEY = 0x10000;
    static final int NAME = 0x20000;
    static final int WEIGHT = 0xFFFF;

    private static final byte FORMAT = 1;
    private static final int THINNING = 1;
    private static final int COUNTS = 2;
    private static final int WORDS = COUNTS + 9 * Integer.BYTES;
    private static final int TITLE_TOTAL = WORDS + Integer.BYTES;
    private static final int VERSION = TITLE_TOTAL + Integer.BYTES;
    private static final int TIME = VERSION + Long.BYTES;
    private static final int SEEN = TIME + Long.BYTES + Integer.BYTES;
    private static final int LENGTHS = SEEN + Long.BYTES + Integer.BYTES;
    private static final int ARRAYS = LENGTHS + 5 * Double.BYTES;

    private final ByteBuffer bytes;
    private final int start;
    private final int terms;
    private final int title;
    private final int figures;
    private final int headline;
    private final int numbers;
    private final int shingles;
    private final int lead;

    /** A view of the print that begins at {@code start}. */
    PackedFingerprint(ByteBuffer bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        if (bytes.get(start) != FORMAT) {
            throw new IllegalStateException("a stored print has the unknown format " + bytes.get(start));
        }
        terms = start + ARRAYS + count(0) + count(1);
        title = terms + count(2) * (Long.BYTES + Integer.BYTES);
        figures = title + count(3) * (Long.BYTES + Integer.BYTES);
        headline = figures + count(4) * (Long.BYTES + Integer.BYTES);
        numbers = headline + count(5) * Long.BYTES;
        shingles = numbers + count(6) * Long.BYTES;
        lead = shingles + count(7) * Integer.BYTES;
    }

    /** @param version position of the fingerprint in the order of all fingerprints */
    static byte[] pack(Fingerprint fingerprint, long version) {
        byte[] id = fingerprint.id().getBytes(UTF_8);
        byte[] language = fingerprint.language().getBytes(UTF_8);
        List<Term> terms = fingerprint.terms();
        long[] headline = WordHash.of(Terms.of(fingerprint.headline()));
        long[] numbers = WordHash.of(fingerprint.numbers());
        int weighed = terms.size()
                + fingerprint.title().size()
                + fingerprint.figures().size();
        int hashes = fingerprint.shingles().size() + fingerprint.lead().size();
        ByteBuffer out = ByteBuffer.allocate(ARRAYS
                + id.length
                + language.length
                + weighed * (Long.BYTES + Integer.BYTES)
                + (headline.length + numbers.length) * Long.BYTES
                + hashes * Integer.BYTES);
        out.put(FORMAT).put((byte) fingerprint.thinning());
        out.putInt(id.length).putInt(language.length).putInt(terms.size());
        out.putInt(fingerprint.title().size()).putInt(fingerprint.figures().size());
        out.putInt(headline.length).putInt(numbers.length);
        out.putInt(fingerprint.shingles().size()).putInt(fingerprint.lead().size());
        out.putInt(fingerprint.words());
        out.putInt(fingerprint.title().stream().mapToInt(Term::weight).sum());
        out.putLong(version);
        put(out, fingerprint.time());
        put(out, fingerprint.seen());
        List<Term> keys = terms.subList(0, Math.min(KEYS, terms.size()));
        out.putDouble(length(terms)).putDouble(length(keys));
        out.putDouble(length(terms.stream().filter(Term::isName).toList()));
        out.putDouble(length(fingerprint.title())).putDouble(length(fingerprint.figures()));
        out.put(id).put(language);
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            int marks = (i < KEYS ? KEY : 0) | (term.isName() ? NAME : 0);
            out.putLong(WordHash.of(term.word())).putInt(term.weight() | marks);
        }
        put(out, fingerprint.title());
        put(out, fingerprint.figures());
        for (long hash : headline) {
            out.putLong(hash);
        }
        for (long hash : numbers) {
            out.putLong(hash);
        }
        fingerprint.shingles().forEach(out::putInt);
        fingerprint.lead().forEach(out::putInt);
        return out.array();
    }

    private static void put(ByteBuffer out, Instant time) {
        out.putLong(time.getEpochSecond()).putInt(time.getNano());
    }

    private static void put(ByteBuffer out, List<Term> terms) {
        terms.forEach(term -> out.putLong(WordHash.of(term.word())).putInt(term.weight()));
    }

    private static double length(List<Term> terms) {
        long squares = 0;
        for (Term term : terms) {
            squares += (long) term.weight() * term.weight();
        }
        return Math.sqrt((double) squares);
    }

    private int count(int which) {
        return bytes.getInt(start + COUNTS + which * Integer.BYTES);
    }

    private double length(int which) {
        return bytes.getDouble(start + LENGTHS + which * Double.BYTES);
    }

    String id() {
        return text(start + ARRAYS, count(0));
    }

    String language() {
        return text(start + ARRAYS + count(0), count(1));
    }

    private String text(int from, int length) {
        byte[] text = new byte[length];
        bytes.get(from, text);
        return new String(text, UTF_8);
    }

    /** Position of the fingerprint in the order of all fingerprints. */
    long version() {
        return bytes.getLong(start + VERSION);
    }

    Instant time() {
        return instant(start + TIME);
    }

    /** When the article was first fetched. */
    Instant seen() {
        return instant(start + SEEN);
    }

    long seconds() {
        return bytes.getLong(start + TIME);
    }

    private Instant instant(int from) {
        return Instant.ofEpochSecond(bytes.getLong(from), bytes.getInt(from + Long.BYTES));
    }

    /** Number of words of the body. */
    int words() {
        return bytes.getInt(start + WORDS);
    }

    /** How many low bits of each shingle are 0. */
    int thinning() {
        return bytes.get(start + THINNING);
    }

    /** Length of the vector of all terms; of the keys, of the names, of the headline's words, of the figures. */
    double termsLength() {
        return length(0);
    }

    double keysLength() {
        return length(1);
    }

    double namesLength() {
        return length(2);
    }

    double titleLength() {
        return length(3);
    }

    double figuresLength() {
        return length(4);
    }

    int titleTotal() {
        return bytes.getInt(start + TITLE_TOTAL);
    }

    int terms() {
        return count(2);
    }

    long term(int i) {
        return bytes.getLong(terms + i * (Long.BYTES + Integer.BYTES));
    }

    /** Weight of a term, 1 to 255, with marks for keys and names. */
    int marked(int i) {
        return bytes.getInt(terms + i * (Long.BYTES + Integer.BYTES) + Long.BYTES);
    }

    int titleWords() {
        return count(3);
    }

    long titleWord(int i) {
        return bytes.getLong(title + i * (Long.BYTES + Integer.BYTES));
    }

    int titleWeight(int i) {
        return bytes.getInt(title + i * (Long.BYTES + Integer.BYTES) + Long.BYTES);
    }

    int figures() {
        return count(4);
    }

    long figure(int i) {
        return bytes.getLong(figures + i * (Long.BYTES + Integer.BYTES));
    }

    int figureWeight(int i) {
        return bytes.getInt(figures + i * (Long.BYTES + Integer.BYTES) + Long.BYTES);
    }

    /** Distinct words of the headline. */
    int headlineWords() {
        return count(5);
    }

    long headlineWord(int i) {
        return bytes.getLong(headline + i * Long.BYTES);
    }

    /** Distinct numbers of the whole body. */
    int numbers() {
        return count(6);
    }

    long number(int i) {
        return bytes.getLong(numbers + i * Long.BYTES);
    }

    /** Sampled hashes of 5-word runs, ascending. */
    int shingles() {
        return count(7);
    }

    int shingle(int i) {
        return bytes.getInt(shingles + i * Integer.BYTES);
    }

    /** Those of the first 100 words. */
    int leadShingles() {
        return count(8);
    }

    int leadShingle(int i) {
        return bytes.getInt(lead + i * Integer.BYTES);
    }

    /** How many of the shingles a sample with so many low bits of 0 would have. */
    int shinglesAt(int bits) {
        if (bits <= thinning()) {
            return shingles();
        }
        int left = 0;
        for (int i = 0; i < shingles(); i++) {
            left += isSampled(shingle(i), bits) ? 1 : 0;
        }
        return left;
    }

    int leadShinglesAt(int bits) {
        int left = 0;
        for (int i = 0; i < leadShingles(); i++) {
            left += isSampled(leadShingle(i), bits) ? 1 : 0;
        }
        return left;
    }

    private static boolean isSampled(int shingle, int bits) {
        return (shingle & ((1 << bits) - 1)) == 0;
    }
}
