package io.newsfold.enrich.fingerprint;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Fingerprint.Term;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes the fingerprint of an article, with word weights from the background table. A pure function; thread-safe. docs/merging.md has the formulas. */
public final class Fingerprinter {
    private static final int WORDS_READ = 600;
    private static final int TERMS_KEPT = 100;
    private static final double HEADLINE_FACTOR = 2;
    private static final double NAME_FACTOR = 1.5;
    private static final int HEAVIEST = 255;
    private static final Set<String> NUMBER_WORDS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety");

    private final BackgroundFrequencies background;

    public Fingerprinter(BackgroundFrequencies background) {
        this.background = background;
    }

    public Fingerprint fingerprint(CleanArticle article) {
        List<Terms.Word> headline = Terms.words(article.text().headline());
        List<Terms.Word> body = Terms.words(article.text().articleBody());
        List<Terms.Word> opening = body.subList(0, Math.min(body.size(), WORDS_READ));
        Shingles shingles = Shingles.of(body.stream().map(Terms.Word::term).toList());
        return new Fingerprint(
                Fingerprint.SCHEMA,
                article.id(),
                article.time(),
                article.seen(),
                article.text().inLanguage(),
                article.text().headline(),
                article.source().publisher(),
                body.size(),
                heaviest(headline, opening),
                weighed(headline.stream()),
                weighed(opening.stream().filter(Terms.Word::isNumber)),
                numbers(body),
                shingles.hashes(),
                shingles.thinning(),
                shingles.lead(),
                background.version());
    }

    /** Words of the headline and of the beginning count for more, and so do names. */
    private List<Term> heaviest(List<Terms.Word> headline, List<Terms.Word> opening) {
        Map<String, Double> frequencies = new HashMap<>();
        headline.forEach(word -> frequencies.merge(word.term(), HEADLINE_FACTOR, Double::sum));
        for (int i = 0; i < opening.size(); i++) {
            frequencies.merge(opening.get(i).term(), 1 / (1 + i / 100.0), Double::sum);
        }
        Set<String> names = names(opening);
        record Weighed(String word, double weight) {}
        List<Weighed> heaviest = frequencies.entrySet().stream()
                .map(term -> new Weighed(
                        term.getKey(),
                        Math.sqrt(term.getValue())
                                * background.weight(term.getKey())
                                * (names.contains(term.getKey()) ? NAME_FACTOR : 1)))
                .filter(term -> term.weight() > 0)
                .sorted(Comparator.comparingDouble((Weighed term) -> -term.weight())
                        .thenComparing(Weighed::word))
                .limit(TERMS_KEPT)
                .toList();
        double most = heaviest.isEmpty() ? 1 : heaviest.get(0).weight();
        return heaviest.stream()
                .map(term -> new Term(
                        term.word(),
                        Math.max(1, (int) Math.floor(HEAVIEST * term.weight() / most + 0.5)),
                        names.contains(term.word())))
                .toList();
    }

    /** Words that the text writes with a capital more often than not, where a sentence does not ask for one. */
    private static Set<String> names(List<Terms.Word> words) {
        Map<String, Integer> balance = new HashMap<>();
        words.stream()
                .filter(word -> word.isInside() && !word.isNumber())
                .forEach(word -> balance.merge(word.term(), word.isCapitalised() ? 1 : -1, Integer::sum));
        Set<String> names = new HashSet<>();
        balance.forEach((term, count) -> {
            if (count > 0) {
                names.add(term);
            }
        });
        return names;
    }

    /** Distinct terms with the table's weights, in the order of the alphabet. */
    private List<Term> weighed(Stream<Terms.Word> words) {
        return words.map(Terms.Word::term)
                .distinct()
                .sorted()
                .map(term -> new Term(term, (int) Math.round(background.weight(term) * 1_000), false))
                .filter(term -> term.weight() > 0)
                .toList();
    }

    private static List<String> numbers(List<Terms.Word> words) {
        TreeSet<String> numbers = new TreeSet<>();
        words.stream()
                .filter(word -> word.isNumber() || NUMBER_WORDS.contains(word.term()))
                .forEach(word -> numbers.add(word.term()));
        return List.copyOf(numbers);
    }
}
