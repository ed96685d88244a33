package io.newsfold.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matching needs to know of an article, about 2 KB, on {@link Topic#FINGERPRINTS}.
 *
 * @param id article id
 * @param time place in the canonical order
 * @param seen when the article was first fetched: its place among those of one time
 * @param language BCP 47 code; only articles of one language are compared
 * @param headline for the story that the article may head
 * @param publisher for explanations
 * @param words number of words of the body
 * @param terms the weightiest words of headline and body, heaviest first; weights from 1 to 255
 * @param title words of the headline, weights in thousandths of the table's
 * @param figures numbers of the first 600 words, weights in thousandths of the table's
 * @param numbers numbers of the whole body, in digits and in words, sorted
 * @param shingles hashes of 5-word runs, a sample chosen by the hash, ascending
 * @param thinning how many low bits of each sampled hash are 0
 * @param lead those of the sample that stand in the first 100 words, ascending
 * @param table version of the background table that weighed the terms
 */
public record Fingerprint(
        String schema,
        String id,
        Instant time,
        Instant seen,
        String language,
        String headline,
        @Nullable String publisher,
        int words,
        List<Term> terms,
        List<Term> title,
        List<Term> figures,
        List<String> numbers,
        List<Integer> shingles,
        int thinning,
        List<Integer> lead,
        String table) {

    public static final String SCHEMA = "newsfold/fingerprint/1";

    public Fingerprint {
        terms = List.copyOf(terms);
        title = List.copyOf(title);
        figures = List.copyOf(figures);
        numbers = List.copyOf(numbers);
        shingles = List.copyOf(shingles);
        lead = List.copyOf(lead);
    }

    /**
     * A term and its part in the article; in JSON an array, to keep the record small.
     *
     * @param isName whether the text writes it with a capital inside sentences
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Term(String word, int weight, boolean isName) {}
}
