package io.newsfold.enrich.fingerprint;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Fingerprint.Term;
import io.newsfold.contract.Flag;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes the fingerprint of an article, with word weights from the background table. A pure function; thread-safe.
 * docs/merging.md has the formulas.
 */
public final class Fingerprinter {
    private static final int OPENING_WORDS = 600;
    private static final int TERMS_KEPT = 100;
    private static final double HEADLINE_FACTOR = 2;
    private static final double NAME_FACTOR = 1.5;
    private static final int HEAVIEST = 255;
    private static final double HALVED_AFTER = 100; // words of the body: the next one counts half as much as the first
    private static final int THOUSANDTHS = 1_000;
    private static final Set<String> NUMBER_WORDS =
            Set.of(("one two three four five six seven eight nine ten eleven twelve"
                            + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                            + " twenty thirty forty fifty sixty seventy eighty ninety")
                    .split(" "));

    private final BackgroundFrequencies background;

    public Fingerprinter(BackgroundFrequencies background) {
        this.background = background;
    }

    /**
     * The fingerprint of an article; its terms come from the headline and the first 600 words. A page that may be no
     * article has none, so it stays alone: error pages and walls of one site are alike, and would make a story.
     */
    public Fingerprint fingerprint(CleanArticle article) {
        boolean doubtful = article.flags().contains(Flag.DOUBTFUL_PAGE.code());
        List<TermOccurrence> headline =
                doubtful ? List.of() : Terms.occurrences(article.text().headline());
        List<TermOccurrence> body =
                doubtful ? List.of() : Terms.occurrences(article.text().articleBody());
        List<TermOccurrence> opening = body.subList(0, Math.min(body.size(), OPENING_WORDS));
        Shingles shingles = Shingles.of(body.stream().map(TermOccurrence::term).toList());
        return new Fingerprint(
                Fingerprint.SCHEMA,
                article.id(),
                article.time(),
                article.seen(),
                article.text().inLanguage(),
                article.text().headline(),
                article.source().publisher(),
                body.size(),
                heaviestTerms(headline, opening),
                weightedTerms(headline.stream()),
                weightedTerms(opening.stream().filter(TermOccurrence::isNumber)),
                numbers(body),
                shingles.hashes(),
                shingles.thinning(),
                shingles.lead(),
                background.version());
    }

    /** A term and its weight before it is scaled to that of the heaviest. */
    private record WeightedTerm(String term, double weight) {}

    /** The heaviest terms. Words of the headline and of the beginning weigh more, and so do names. */
    private List<Term> heaviestTerms(List<TermOccurrence> headline, List<TermOccurrence> opening) {
        Map<String, Double> frequencies = frequencies(headline, opening);
        Set<String> names = names(opening);
        List<WeightedTerm> heaviest = frequencies.entrySet().stream()
                .map(term -> new WeightedTerm(term.getKey(), weight(term.getKey(), term.getValue(), names)))
                .filter(term -> term.weight() > 0)
                .sorted(Comparator.comparingDouble(WeightedTerm::weight)
                        .reversed()
                        .thenComparing(WeightedTerm::term))
                .limit(TERMS_KEPT)
                .toList();
        double most = heaviest.isEmpty() ? 1 : heaviest.get(0).weight();
        return heaviest.stream()
                .map(term -> new Term(term.term(), scaled(term.weight(), most), names.contains(term.term())))
                .toList();
    }

    private static Map<String, Double> frequencies(List<TermOccurrence> headline, List<TermOccurrence> opening) {
        Map<String, Double> frequencies = new HashMap<>();
        headline.forEach(word -> frequencies.merge(word.term(), HEADLINE_FACTOR, Double::sum));
        for (int i = 0; i < opening.size(); i++) {
            frequencies.merge(opening.get(i).term(), 1 / (1 + i / HALVED_AFTER), Double::sum);
        }
        return frequencies;
    }

    private double weight(String term, double frequency, Set<String> names) {
        return Math.sqrt(frequency) * background.weight(term) * (names.contains(term) ? NAME_FACTOR : 1);
    }

    /** The weight with the heaviest as 255, rounded half up, at least 1. */
    private static int scaled(double weight, double heaviest) {
        return Math.max(1, (int) Math.floor(HEAVIEST * weight / heaviest + 0.5));
    }

    /** Words that the text writes with a capital inside sentences more often than not. */
    private static Set<String> names(List<TermOccurrence> words) {
        Map<String, Integer> capitalsAhead = new HashMap<>();
        words.stream()
                .filter(word -> word.isInsideSentence() && !word.isNumber())
                .forEach(word -> capitalsAhead.merge(word.term(), word.isCapitalized() ? 1 : -1, Integer::sum));
        Set<String> names = new HashSet<>();
        capitalsAhead.forEach((term, count) -> {
            if (count > 0) {
                names.add(term);
            }
        });
        return names;
    }

    /** Distinct terms with their weights in the table, in thousandths, in alphabetical order. */
    private List<Term> weightedTerms(Stream<TermOccurrence> words) {
        return words.map(TermOccurrence::term)
                .distinct()
                .sorted()
                .map(term -> new Term(term, (int) Math.round(background.weight(term) * THOUSANDTHS), false))
                .filter(term -> term.weight() > 0)
                .toList();
    }

    /** Distinct numbers in digits and in words, sorted. */
    private static List<String> numbers(List<TermOccurrence> words) {
        TreeSet<String> numbers = new TreeSet<>();
        words.stream()
                .filter(word -> word.isNumber() || NUMBER_WORDS.contains(word.term()))
                .forEach(word -> numbers.add(word.term()));
        return List.copyOf(numbers);
    }
}
