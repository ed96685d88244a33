package io.newsfold.enrich.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** In how many of so many news texts each word stands: the shipped, dated table that tells rare words from common ones. */
public final class BackgroundFrequencies {
    private static final String RESOURCE = "background.tsv";
    /** No word tells more than one that stands in one text of so many; a word that the table does not have tells as much. */
    private static final double RAREST = 1_000;

    private static final double MOST = StrictMath.log(RAREST);

    private final String version;
    private final Map<String, Integer> counts;
    private final Map<String, Double> weights = new HashMap<>(40_000);

    private BackgroundFrequencies(String version, double documents, Map<String, Integer> counts) {
        this.version = version;
        this.counts = counts;
        counts.forEach((term, count) ->
                weights.put(term, StrictMath.log(Math.min(RAREST, Math.max(1, documents / count)))));
    }

    /** The table that ships with the job. */
    public static BackgroundFrequencies shipped() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BackgroundFrequencies.class.getResourceAsStream(RESOURCE), RESOURCE), UTF_8))) {
            String[] head =
                    Objects.requireNonNull(in.readLine(), "empty " + RESOURCE).split(" ");
            Map<String, Integer> counts = new HashMap<>(120_000);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                counts.put(line.substring(0, tab), Integer.parseInt(line, tab + 1, line.length(), 10));
            }
            return new BackgroundFrequencies(head[2], Double.parseDouble(head[1]), counts);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE, e);
        }
    }

    /** Name and date of the table, for the record. */
    public String version() {
        return version;
    }

    /** In how many texts each word of the table stands, in the order of the alphabet. */
    public SortedMap<String, Integer> counts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** How much a word tells: the logarithm of the number of texts to each one that has it, 0.0 to 6.9. */
    public double weight(String term) {
        return weights.getOrDefault(term, MOST);
    }
}
