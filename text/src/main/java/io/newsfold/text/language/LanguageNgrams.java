package io.newsfold.text.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/**
 * How much the n-grams of a text speak for each of sixty languages.
 *
 * <p>The table {@code ngrams.gz}, made by {@code newsfold bench make-languages}, is gzip over big-endian data: the codes
 * of the languages as one {@link DataInputStream#readUTF} text, the number of n-grams, and for each of them the bytes as a
 * long, the number of its languages, and the index and score of each in a byte each. An n-gram is four bytes of a word
 * in UTF-8, with a space before it at the beginning of the word and behind it at the end.
 */
final class LanguageNgrams {
    /** Bytes of an n-gram without the spaces, and how far the next one is away. */
    private static final int BYTES = 4;

    private static final int STRIDE = 3;
    private static final int LONGEST_WORD = 70;
    /** What the table leaves off each score. */
    private static final int LEAST_SCORE = 53;

    private static final double HIGHEST_SCORE = 255;
    private static final int SLOTS_PER_NGRAM = 2;

    /** What the n-grams of a text say. */
    final class Scores {
        private final int[] sums = new int[codes.size()];
        private final int ngrams;
        private int best;
        private int second = -1;

        private Scores(long[] distinct) {
            ngrams = distinct.length;
            for (long ngram : distinct) {
                add(ngram);
            }
            for (int i = 1; i < sums.length; i++) {
                if (sums[i] > sums[best]) {
                    second = best;
                    best = i;
                } else if (second < 0 || sums[i] > sums[second]) {
                    second = i;
                }
            }
        }

        private void add(long ngram) {
            int slot = slot(ngram);
            int start = starts[slot];
            int languages = LanguageNgrams.this.ngrams[slot] == 0 ? 0 : scores[start];
            for (int i = start + 1; i < start + 1 + 2 * languages; i += 2) {
                sums[scores[i]] += (scores[i + 1] & 0xFF) + LEAST_SCORE;
            }
        }

        /** The code of the language with the highest sum. */
        String best() {
            return codes.get(best);
        }

        /** How far the second is behind, as a share of the best. */
        double lead() {
            return (double) (sums[best] - sums[second]) / sums[best];
        }

        /** What an n-gram says for the best on average, 0.0 to about 1.0. */
        double mean() {
            return (double) sums[best] / ngrams / HIGHEST_SCORE;
        }

        /** The sum for a language; 0 for one that the table does not have. */
        int of(String code) {
            int index = codes.indexOf(code);
            return index < 0 ? 0 : sums[index];
        }
    }

    private final List<String> codes;
    private final long[] ngrams;
    private final int[] starts;
    private final byte[] scores;

    private LanguageNgrams(List<String> codes, int count, DataInputStream in) throws IOException {
        this.codes = codes;
        int slots = Integer.highestOneBit(count) * 2 * SLOTS_PER_NGRAM;
        ngrams = new long[slots];
        starts = new int[slots];
        byte[] read = new byte[count * BYTES];
        int size = 0;
        for (int i = 0; i < count; i++) {
            long ngram = in.readLong();
            int languages = in.readUnsignedByte();
            int length = 1 + 2 * languages;
            read = size + length > read.length ? Arrays.copyOf(read, 2 * (size + length)) : read;
            int slot = slot(ngram);
            ngrams[slot] = ngram;
            starts[slot] = size;
            read[size] = (byte) languages;
            in.readFully(read, size + 1, length - 1);
            size += length;
        }
        scores = Arrays.copyOf(read, size);
    }

    static LanguageNgrams shipped() {
        var stream = Objects.requireNonNull(LanguageNgrams.class.getResourceAsStream("ngrams.gz"), "ngrams.gz");
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)))) {
            List<String> codes = List.of(in.readUTF().split(" "));
            return new LanguageNgrams(codes, in.readInt(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading ngrams.gz", e);
        }
    }

    /** BCP 47 codes, in the order of the scores. */
    List<String> codes() {
        return codes;
    }

    /** The slot of an n-gram, or a free one. */
    private int slot(long ngram) {
        int mask = ngrams.length - 1;
        long mixed = ngram * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (ngrams[slot] != 0 && ngrams[slot] != ngram) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /**
     * The scores of all n-grams of these words, each counted once.
     *
     * @param words in lower case, in UTF-8
     */
    Scores scores(List<byte[]> words) {
        return new Scores(ngrams(words));
    }

    private static long[] ngrams(List<byte[]> words) {
        LongStream.Builder ngrams = LongStream.builder();
        for (byte[] word : words) {
            int length = Math.min(word.length, LONGEST_WORD);
            int at = 0;
            for (; at + BYTES < length; at += STRIDE) {
                ngrams.add(pack(word, at, at + BYTES, at == 0, false));
            }
            int last = length == BYTES - 1 ? 0 : Math.max(0, length - BYTES);
            ngrams.add(pack(word, last, length, at == 0, true));
        }
        return distinct(ngrams.build().sorted().toArray());
    }

    private static long[] distinct(long[] sorted) {
        int size = 0;
        for (long ngram : sorted) {
            if (size == 0 || sorted[size - 1] != ngram) {
                sorted[size++] = ngram;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** The bytes in a long, with a space before and behind where the word begins and ends. */
    static long pack(byte[] word, int from, int to, boolean isFirst, boolean isLast) {
        long packed = isFirst ? ' ' : 0;
        for (int i = from; i < to; i++) {
            packed = packed << Byte.SIZE | word[i] & 0xFF;
        }
        return isLast ? packed << Byte.SIZE | ' ' : packed;
    }
}
