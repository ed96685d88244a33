package io.newsfold.enrich.fingerprint;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Fingerprint.Term;
import io.newsfold.contract.Flag;
import io.newsfold.contract.LanguageCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes the fingerprint of an article, with word weights from the background table. A pure function; thread-safe.
 * docs/merging.md has the formulas.
 */
public final class Fingerprinter {
    private static final int OPENING_WORDS = 600;
    private static final int TERMS_KEPT = 100;
    private static final double HEADLINE_FACTOR = 2;
    private static final double NAME_FACTOR = 1.5;

    /** Where no capitals mark the other names, those that the tagger found count more. */
    private static final double TAGGED_NAME_FACTOR = 2;

    /** The weight of a word that next to no text has. */
    private static final double RAREST = 6.9;

    private static final int HEAVIEST = 255;
    private static final double HALVED_AFTER = 100; // words of the body: the next one counts half as much as the first
    private static final int THOUSANDTHS = 1_000;
    private static final Set<String> NUMBER_WORDS =
            Set.of(("one two three four five six seven eight nine ten eleven twelve"
                            + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                            + " twenty thirty forty fifty sixty seventy eighty ninety")
                    .split(" "));

    private final LanguageWeights weights;

    /** @param english weights of English words; those of other languages come with the program */
    public Fingerprinter(BackgroundFrequencies english) {
        this.weights = new LanguageWeights(english);
    }

    /**
     * The fingerprint of an article; its terms come from the headline and the first 600 words. A page that may be no
     * article has none, so it stays alone: error pages and walls of one site are alike, and would make a story.
     */
    public Fingerprint fingerprint(CleanArticle article) {
        boolean doubtful = article.flags().contains(Flag.DOUBTFUL_PAGE.code());
        String language = article.text().inLanguage();
        WordForms forms = WordForms.of(language);
        TermWeights background = weights.of(LanguageCode.primary(language));
        List<TermOccurrence> headline =
                doubtful ? List.of() : Terms.occurrences(article.text().headline(), forms);
        List<TermOccurrence> body =
                doubtful ? List.of() : Terms.occurrences(article.text().articleBody(), forms);
        List<TermOccurrence> opening = body.subList(0, Math.min(body.size(), OPENING_WORDS));
        Shingles shingles = Shingles.of(body);
        List<Term> terms = heaviestTerms(
                uses(headline, opening),
                forms.capitals(),
                forms.capitals() == Capitals.NONE ? termsOfNames(article) : Set.of(),
                background);
        return new Fingerprint(
                Fingerprint.SCHEMA,
                article.id(),
                article.time(),
                article.seen(),
                language,
                article.text().headline(),
                article.text().kind(),
                article.source().publisher(),
                body.size(),
                terms,
                rareNames(terms, background),
                weightedTerms(terms(headline), background),
                weightedTerms(figures(opening), background),
                List.copyOf(numbers(body)),
                shingles.hashes(),
                shingles.thinning(),
                shingles.lead(),
                background.version());
    }

    /**
     * The terms of the names that were tagged: for languages in which no capitals tell them. None where the tagger has
     * no model of the language, for then most names were missed.
     */
    private static Set<String> termsOfNames(CleanArticle article) {
        Set<String> terms = new HashSet<>();
        if (article.flags().contains(Flag.ENTITIES_BY_SHAPE.code())) {
            return terms;
        }
        String body = article.text().articleBody();
        for (Entity entity : article.entities()) {
            if (entity.type().isNamed()) {
                for (Entity.Mention mention : entity.mentions()) {
                    int start = body.offsetByCodePoints(0, mention.start());
                    int end = body.offsetByCodePoints(start, mention.end() - mention.start());
                    terms.addAll(
                            Terms.of(body.substring(start, end), article.text().inLanguage()));
                }
            }
        }
        return terms;
    }

    /** The heaviest terms. Words of the headline and of the beginning weigh more, and so do names. */
    private static List<Term> heaviestTerms(
            Collection<TermUse> uses, Capitals capitals, Set<String> ofNames, TermWeights background) {
        List<WeightedTerm> weighted = new ArrayList<>();
        double nameFactor = ofNames.isEmpty() ? NAME_FACTOR : TAGGED_NAME_FACTOR;
        for (TermUse use : uses) {
            double table = background.weight(use.term());
            boolean isName = ofNames.isEmpty() ? capitals.suggestName(use, table) : ofNames.contains(use.term());
            double weight = Math.sqrt(use.frequency()) * table * (isName ? nameFactor : 1);
            if (weight > 0) {
                weighted.add(new WeightedTerm(use.term(), weight, isName));
            }
        }
        Collections.sort(weighted);
        List<Term> heaviest = new ArrayList<>(TERMS_KEPT);
        for (WeightedTerm term : weighted.subList(0, Math.min(weighted.size(), TERMS_KEPT))) {
            double most = weighted.get(0).weight();
            heaviest.add(new Term(term.term(), scaled(term.weight(), most), term.isName()));
        }
        return heaviest;
    }

    private static List<String> rareNames(List<Term> terms, TermWeights background) {
        return terms.stream()
                .filter(term -> term.isName() && background.weight(term.word()) >= RAREST)
                .map(Term::word)
                .toList();
    }

    private static Collection<TermUse> uses(List<TermOccurrence> headline, List<TermOccurrence> opening) {
        Map<String, TermUse> uses = new HashMap<>(2 * OPENING_WORDS);
        for (TermOccurrence word : headline) {
            uses.computeIfAbsent(word.term(), TermUse::new).add(HEADLINE_FACTOR);
        }
        for (int i = 0; i < opening.size(); i++) {
            TermOccurrence word = opening.get(i);
            TermUse use = uses.computeIfAbsent(word.term(), TermUse::new);
            use.add(1 / (1 + i / HALVED_AFTER));
            if (word.isInsideSentence() && !word.isNumber()) {
                use.addInside(word.isCapitalized());
            }
        }
        return uses.values();
    }

    /** The weight with the heaviest as 255, rounded half up, at least 1. */
    private static int scaled(double weight, double heaviest) {
        return Math.max(1, (int) Math.floor(HEAVIEST * weight / heaviest + 0.5));
    }

    /** Distinct terms with their weights in the table, in thousandths, in alphabetical order. */
    private static List<Term> weightedTerms(SortedSet<String> terms, TermWeights background) {
        List<Term> weighted = new ArrayList<>(terms.size());
        for (String term : terms) {
            int weight = (int) Math.round(background.weight(term) * THOUSANDTHS);
            if (weight > 0) {
                weighted.add(new Term(term, weight, false));
            }
        }
        return weighted;
    }

    private static SortedSet<String> terms(List<TermOccurrence> words) {
        SortedSet<String> terms = new TreeSet<>();
        for (TermOccurrence word : words) {
            terms.add(word.term());
        }
        return terms;
    }

    /** The numbers in digits. */
    private static SortedSet<String> figures(List<TermOccurrence> words) {
        SortedSet<String> figures = new TreeSet<>();
        for (TermOccurrence word : words) {
            if (word.isNumber()) {
                figures.add(word.term());
            }
        }
        return figures;
    }

    /** The numbers in digits and in words. */
    private static SortedSet<String> numbers(List<TermOccurrence> words) {
        SortedSet<String> numbers = figures(words);
        for (TermOccurrence word : words) {
            if (NUMBER_WORDS.contains(word.term())) {
                numbers.add(word.term());
            }
        }
        return numbers;
    }
}
