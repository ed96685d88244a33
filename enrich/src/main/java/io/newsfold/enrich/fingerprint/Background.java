package io.newsfold.enrich.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** In how many of so many news texts each word stands: the shipped, dated table that tells rare words from common ones. */
public final class Background {
    private static final String RESOURCE = "background.tsv";
    /** No word tells more than one that stands in one text of so many; a word that the table does not have tells as much. */
    private static final double RAREST = 1_000;

    private final String version;
    private final double documents;
    private final Map<String, Integer> counts;

    private Background(String version, double documents, Map<String, Integer> counts) {
        this.version = version;
        this.documents = documents;
        this.counts = counts;
    }

    /** The table that ships with the job. */
    public static Background shipped() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Background.class.getResourceAsStream(RESOURCE), RESOURCE), UTF_8))) {
            String[] head =
                    Objects.requireNonNull(in.readLine(), "empty " + RESOURCE).split(" ");
            Map<String, Integer> counts = new HashMap<>(120_000);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                counts.put(line.substring(0, tab), Integer.parseInt(line, tab + 1, line.length(), 10));
            }
            return new Background(head[2], Double.parseDouble(head[1]), counts);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE, e);
        }
    }

    /** Name and date of the table, for the record. */
    public String version() {
        return version;
    }

    /** How much a word tells: the logarithm of the number of texts to each one that has it, 0.0 to 6.9. */
    public double weight(String term) {
        Integer count = counts.get(term);
        return StrictMath.log(count == null ? RAREST : Math.min(RAREST, Math.max(1, documents / count)));
    }
}
