package io.newsfold.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The features of an article for matching, about 2 KB, on {@link Topic#FINGERPRINTS}.
 *
 * @param id article id
 * @param time of the article, by which the canonical order goes
 * @param seen when the article was first fetched: orders articles of one time
 * @param language BCP 47 code; only articles of one language are compared
 * @param headline for the story that the article may head
 * @param kind what the article is; null in what earlier builds stored
 * @param publisher for explanations
 * @param words number of words of the body
 * @param terms the weightiest words of headline and body, heaviest first; weights from 1 to 255
 * @param rareNames those terms that are names and weigh the most in the table, by weight; null in what earlier builds
 *     stored, which is read as none
 * @param title words of the headline, weights in thousandths of the table's
 * @param figures numbers of the first 600 words, weights in thousandths of the table's
 * @param numbers numbers of the whole body, in digits and in words, sorted
 * @param shingles hashes of 5-word shingles, sampled by the hash, ascending
 * @param thinning number of low bits that are 0 in each sampled hash
 * @param lead the sampled shingles of the first 100 words, ascending
 * @param table version of the background table behind the weights
 */
public record Fingerprint(
        String schema,
        String id,
        Instant time,
        Instant seen,
        String language,
        String headline,
        @Nullable ArticleKind kind,
        @Nullable String publisher,
        int words,
        List<Term> terms,
        List<String> rareNames,
        List<Term> title,
        List<Term> figures,
        List<String> numbers,
        List<Integer> shingles,
        int thinning,
        List<Integer> lead,
        String table) {

    public static final String SCHEMA = Topic.FINGERPRINTS.schema();

    public Fingerprint {
        terms = List.copyOf(terms);
        rareNames = rareNames == null ? List.of() : List.copyOf(rareNames);
        title = List.copyOf(title);
        figures = List.copyOf(figures);
        numbers = List.copyOf(numbers);
        shingles = List.copyOf(shingles);
        lead = List.copyOf(lead);
    }

    /** Whether the article binds no story, by its kind. */
    public boolean joinsOnly() {
        return kind != null && !kind.bindsStory();
    }

    /**
     * A weighted term; in JSON an array, to keep the record small.
     *
     * @param word the word or number
     * @param weight in the unit that the list states
     * @param isName whether the text writes it with a capital inside sentences
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Term(String word, int weight, boolean isName) {}
}
