package io.newsfold.enrich.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A fingerprint laid out for comparing: about 2 KB, with words as hashes, read in place. Numbers of fixed size come
 * first, then the arrays one after the other.
 */
final class PackedFingerprint {
    static final byte FORMAT = 1;

    /** Mark of a key term: the search finds an article by its key terms. */
    static final int KEY = 0x10000;
    /** Mark of a name. */
    static final int NAME = 0x20000;
    /** Mark of a name that few texts have. */
    static final int RARE_NAME = 0x40000;
    /** The bits of a marked weight that are the weight. */
    static final int WEIGHT = 0xFFFF;

    /** Size of a word's hash with its weight. */
    static final int WEIGHTED_WORD = Long.BYTES + Integer.BYTES;

    private static final int INSTANT = Long.BYTES + Integer.BYTES;

    // offsets of the fixed part
    private static final int THINNING = 1;
    private static final int ID_BYTES = THINNING + 1;
    private static final int LANGUAGE_BYTES = ID_BYTES + Integer.BYTES;
    private static final int TERMS = LANGUAGE_BYTES + Integer.BYTES;
    private static final int TITLE_WORDS = TERMS + Integer.BYTES;
    private static final int FIGURES = TITLE_WORDS + Integer.BYTES;
    private static final int HEADLINE_WORDS = FIGURES + Integer.BYTES;
    private static final int NUMBERS = HEADLINE_WORDS + Integer.BYTES;
    private static final int SHINGLES = NUMBERS + Integer.BYTES;
    private static final int LEAD_SHINGLES = SHINGLES + Integer.BYTES;
    private static final int BODY_WORDS = LEAD_SHINGLES + Integer.BYTES;
    private static final int TITLE_TOTAL = BODY_WORDS + Integer.BYTES;
    private static final int VERSION = TITLE_TOTAL + Integer.BYTES;
    private static final int TIME = VERSION + Long.BYTES;
    private static final int FIRST_FETCHED = TIME + INSTANT;
    private static final int TERM_NORM = FIRST_FETCHED + INSTANT;
    private static final int KEY_NORM = TERM_NORM + Double.BYTES;
    private static final int NAME_NORM = KEY_NORM + Double.BYTES;
    private static final int TITLE_NORM = NAME_NORM + Double.BYTES;
    private static final int FIGURE_NORM = TITLE_NORM + Double.BYTES;

    /** Offset of the first array. */
    static final int ARRAYS = FIGURE_NORM + Double.BYTES;

    private final ByteBuffer bytes;
    private final int start;

    // where the arrays begin
    private final int terms;
    private final int title;
    private final int figures;
    private final int headline;
    private final int numbers;
    private final int shingles;
    private final int lead;

    /** A view of the packed fingerprint that begins at {@code start}. */
    PackedFingerprint(ByteBuffer bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        if (bytes.get(start) != FORMAT) {
            throw new IllegalStateException("a stored fingerprint has the unknown format " + bytes.get(start));
        }
        terms = start + ARRAYS + intAt(ID_BYTES) + intAt(LANGUAGE_BYTES);
        title = terms + termCount() * WEIGHTED_WORD;
        figures = title + titleWordCount() * WEIGHTED_WORD;
        headline = figures + figureCount() * WEIGHTED_WORD;
        numbers = headline + headlineWordCount() * Long.BYTES;
        shingles = numbers + numberCount() * Long.BYTES;
        lead = shingles + shingleCount() * Integer.BYTES;
    }

    static PackedFingerprint of(byte[] bytes) {
        return new PackedFingerprint(ByteBuffer.wrap(bytes), 0);
    }

    private int intAt(int offset) {
        return bytes.getInt(start + offset);
    }

    private long longAt(int offset) {
        return bytes.getLong(start + offset);
    }

    private double doubleAt(int offset) {
        return bytes.getDouble(start + offset);
    }

    private Instant instantAt(int offset) {
        return Instant.ofEpochSecond(longAt(offset), intAt(offset + Long.BYTES));
    }

    /** Article id. */
    String id() {
        byte[] id = new byte[intAt(ID_BYTES)];
        bytes.get(start + ARRAYS, id);
        return new String(id, UTF_8);
    }

    /** Position of the fingerprint in the order of all fingerprints. */
    long version() {
        return longAt(VERSION);
    }

    Instant time() {
        return instantAt(TIME);
    }

    /** The article's time in seconds since 1970. */
    long seconds() {
        return longAt(TIME);
    }

    /** When the article was first fetched. */
    Instant firstFetched() {
        return instantAt(FIRST_FETCHED);
    }

    /** Number of words of the body. */
    int bodyWords() {
        return intAt(BODY_WORDS);
    }

    /** How many low bits of each shingle are 0. */
    int thinning() {
        return bytes.get(start + THINNING);
    }

    /** Euclidean norm of the weights of all terms. */
    double termNorm() {
        return doubleAt(TERM_NORM);
    }

    /** Euclidean norm of the weights of the key terms. */
    double keyNorm() {
        return doubleAt(KEY_NORM);
    }

    /** Euclidean norm of the weights of the names. */
    double nameNorm() {
        return doubleAt(NAME_NORM);
    }

    /** Euclidean norm of the weights of the headline's words. */
    double titleNorm() {
        return doubleAt(TITLE_NORM);
    }

    /** Euclidean norm of the weights of the figures. */
    double figureNorm() {
        return doubleAt(FIGURE_NORM);
    }

    /** Sum of the weights of the headline's words. */
    int titleTotal() {
        return intAt(TITLE_TOTAL);
    }

    int termCount() {
        return intAt(TERMS);
    }

    /** Hash of a term. */
    long term(int i) {
        return bytes.getLong(terms + i * WEIGHTED_WORD);
    }

    /** Weight of a term, 1 to 255, with marks for keys and names. */
    int markedWeight(int i) {
        return bytes.getInt(terms + i * WEIGHTED_WORD + Long.BYTES);
    }

    int titleWordCount() {
        return intAt(TITLE_WORDS);
    }

    /** Hash of a weighted word of the headline. */
    long titleWord(int i) {
        return bytes.getLong(title + i * WEIGHTED_WORD);
    }

    int titleWeight(int i) {
        return bytes.getInt(title + i * WEIGHTED_WORD + Long.BYTES);
    }

    int figureCount() {
        return intAt(FIGURES);
    }

    /** Hash of a figure. */
    long figure(int i) {
        return bytes.getLong(figures + i * WEIGHTED_WORD);
    }

    int figureWeight(int i) {
        return bytes.getInt(figures + i * WEIGHTED_WORD + Long.BYTES);
    }

    /** Number of distinct words of the headline. */
    int headlineWordCount() {
        return intAt(HEADLINE_WORDS);
    }

    /** Hash of a distinct word of the headline. */
    long headlineWord(int i) {
        return bytes.getLong(headline + i * Long.BYTES);
    }

    /** Number of distinct numbers of the whole body. */
    int numberCount() {
        return intAt(NUMBERS);
    }

    /** Hash of a number. */
    long number(int i) {
        return bytes.getLong(numbers + i * Long.BYTES);
    }

    /** Number of sampled 5-word shingles. */
    int shingleCount() {
        return intAt(SHINGLES);
    }

    /** Hash of a shingle; ascending. */
    int shingle(int i) {
        return bytes.getInt(shingles + i * Integer.BYTES);
    }

    /** Number of sampled shingles of the first 100 words. */
    int leadShingleCount() {
        return intAt(LEAD_SHINGLES);
    }

    /** Hash of a shingle of the first 100 words. */
    int leadShingle(int i) {
        return bytes.getInt(lead + i * Integer.BYTES);
    }

    /** Number of shingles that a sample with {@code thinning} low bits of 0 would have. */
    int shinglesAt(int thinning) {
        if (thinning <= thinning()) {
            return shingleCount();
        }
        int left = 0;
        for (int i = 0; i < shingleCount(); i++) {
            left += isSampled(shingle(i), thinning) ? 1 : 0;
        }
        return left;
    }

    /** The same for the shingles of the first 100 words. */
    int leadShinglesAt(int thinning) {
        int left = 0;
        for (int i = 0; i < leadShingleCount(); i++) {
            left += isSampled(leadShingle(i), thinning) ? 1 : 0;
        }
        return left;
    }

    private static boolean isSampled(int shingle, int thinning) {
        return (shingle & ((1 << thinning) - 1)) == 0;
    }
}
