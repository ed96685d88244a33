package io.newsfold.enrich.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The share of news articles that have a word, for the words of a language: a dated table of the common ones. */
public final class BackgroundFrequencies implements TermWeights {
    /**
     * A word weighs no more than one that occurs in one text of so many; a word that the table does not have weighs as
     * much.
     */
    private static final double RAREST = 1_000;

    private static final int EXPECTED_WORDS = 40_000;

    /** The columns of the first line: {@code #documents}, the number of texts, the name and date of the table. */
    private static final int TEXTS_COLUMN = 1;

    private static final int VERSION_COLUMN = 2;

    /** How many numbers a slot has. */
    private static final int SLOT = 2;

    /** At least a half of so many slots a word are there, as their number is a power of two. */
    private static final int SLOTS_PER_WORD = 4;

    private final String version;
    private final Map<String, Integer> counts;

    /**
     * A slot for each word and as many free ones: the {@link WordHash} of the word, 0 in a free slot, and the bits of
     * its weight. A look-up reads one line of the memory.
     */
    private final long[] slots;

    private BackgroundFrequencies(String version, double texts, Map<String, Integer> counts) {
        this.version = version;
        this.counts = counts;
        slots = new long[SLOT * Integer.highestOneBit(SLOTS_PER_WORD * counts.size())];
        counts.forEach((term, count) -> put(term, StrictMath.log(Math.min(RAREST, Math.max(1, texts / count)))));
    }

    private void put(String term, double weight) {
        long hash = WordHash.of(term);
        int slot = slot(hash);
        slots[slot] = hash;
        slots[slot + 1] = Double.doubleToRawLongBits(weight);
    }

    /** The index of the slot of a word, or of a free one. */
    private int slot(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash * SLOT & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + SLOT & mask;
        }
        return slot;
    }

    /** The table of English, counted in articles. */
    public static BackgroundFrequencies shipped() {
        return read("background.tsv").orElseThrow();
    }

    /** The table of a language; empty where there is none. */
    static Optional<BackgroundFrequencies> shipped(String language) {
        return read("background/" + language + ".tsv.gz");
    }

    private static Optional<BackgroundFrequencies> read(String resource) {
        InputStream stream = BackgroundFrequencies.class.getResourceAsStream(resource);
        if (stream == null) {
            return Optional.empty();
        }
        try (InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
                var in = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
            String[] head =
                    Objects.requireNonNull(in.readLine(), "empty " + resource).split(" ");
            Map<String, Integer> counts = new HashMap<>(EXPECTED_WORDS);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                counts.put(line.substring(0, tab), Integer.parseInt(line, tab + 1, line.length(), 10));
            }
            double texts = Double.parseDouble(head[TEXTS_COLUMN]);
            return Optional.of(new BackgroundFrequencies(head[VERSION_COLUMN], texts, counts));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }

    @Override
    public String version() {
        return version;
    }

    /** The number of texts with each word of the table, in alphabetical order. */
    public SortedMap<String, Integer> counts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    @Override
    public double weight(String term) {
        int slot = slot(WordHash.of(term));
        return slots[slot] == 0 ? HIGHEST : Double.longBitsToDouble(slots[slot + 1]);
    }
}
