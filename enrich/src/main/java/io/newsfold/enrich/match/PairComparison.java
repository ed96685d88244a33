package io.newsfold.enrich.match;

import io.newsfold.enrich.match.PairFeatures.HeadlineFeatures;
import io.newsfold.enrich.match.PairFeatures.NameAgreement;
import io.newsfold.enrich.match.PairFeatures.NumberFeatures;
import io.newsfold.enrich.match.PairFeatures.TermFeatures;
import io.newsfold.enrich.match.PairFeatures.WordingFeatures;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Duration;

/** Compares one article with many: its own words lie in hash tables, and each other fingerprint is read once. */
final class PairComparison {
    private static final double SECONDS_A_DAY = 86_400;
    private static final float LOAD_FACTOR = 0.5f;

    private final PackedFingerprint own;
    private final Long2IntOpenHashMap terms;
    private final Long2IntOpenHashMap title;
    private final Long2IntOpenHashMap figures;
    private final LongOpenHashSet headline;
    private final LongOpenHashSet numbers;
    private final IntOpenHashSet shingles;
    private final IntOpenHashSet lead;

    PairComparison(PackedFingerprint own) {
        this.own = own;
        terms = new Long2IntOpenHashMap(own.termCount(), LOAD_FACTOR);
        for (int i = 0; i < own.termCount(); i++) {
            terms.put(own.term(i), own.markedWeight(i));
        }
        title = new Long2IntOpenHashMap(own.titleWordCount(), LOAD_FACTOR);
        for (int i = 0; i < own.titleWordCount(); i++) {
            title.put(own.titleWord(i), own.titleWeight(i));
        }
        figures = new Long2IntOpenHashMap(own.figureCount(), LOAD_FACTOR);
        for (int i = 0; i < own.figureCount(); i++) {
            figures.put(own.figure(i), own.figureWeight(i));
        }
        headline = new LongOpenHashSet(own.headlineWordCount(), LOAD_FACTOR);
        for (int i = 0; i < own.headlineWordCount(); i++) {
            headline.add(own.headlineWord(i));
        }
        numbers = new LongOpenHashSet(own.numberCount(), LOAD_FACTOR);
        for (int i = 0; i < own.numberCount(); i++) {
            numbers.add(own.number(i));
        }
        shingles = new IntOpenHashSet(own.shingleCount(), LOAD_FACTOR);
        for (int i = 0; i < own.shingleCount(); i++) {
            shingles.add(own.shingle(i));
        }
        lead = new IntOpenHashSet(own.leadShingleCount(), LOAD_FACTOR);
        for (int i = 0; i < own.leadShingleCount(); i++) {
            lead.add(own.leadShingle(i));
        }
    }

    /** Version of the article's fingerprint. */
    long version() {
        return own.version();
    }

    /** The weight of one of the article's terms, without marks; 0 where it is none of them. */
    int weight(long term) {
        return terms.get(term) & PackedFingerprint.WEIGHT;
    }

    PairFeatures with(PackedFingerprint other) {
        TermProducts products = termProducts(other);
        return new PairFeatures(
                Duration.between(own.time(), other.time()).abs().toSeconds() / SECONDS_A_DAY,
                termFeatures(other, products),
                headlineFeatures(other, products.ownTitleWeight()),
                new NameAgreement(
                        own.nameNorm() > 0 && other.nameNorm() > 0,
                        cosine(products.names(), own.nameNorm() * other.nameNorm()),
                        products.rareNames()),
                cosine(figureProducts(other), own.figureNorm() * other.figureNorm()),
                wordingFeatures(other),
                Math.min(own.bodyWords(), other.bodyWords()),
                numberFeatures(other));
    }

    /**
     * Sums over the terms of the other article; a product is that of the weights of a shared term.
     *
     * @param all products of all shared terms
     * @param largest the largest product
     * @param keys products of the terms that are key terms of both
     * @param names products of the terms that are names in both
     * @param rareNames number of terms that are rare names in both
     * @param ownTitleWeight weight of the own headline's words that are terms of the other
     */
    private record TermProducts(long all, long largest, long keys, long names, int rareNames, long ownTitleWeight) {}

    /** All sums in one pass: the terms are most of the work of a comparison. */
    private TermProducts termProducts(PackedFingerprint other) {
        long all = 0;
        long largest = 0;
        long keys = 0;
        long names = 0;
        int rareNames = 0;
        long ownTitleWeight = 0;
        int count = other.termCount();
        for (int i = 0; i < count; i++) {
            long term = other.term(i);
            int ownWeight = terms.get(term);
            if (ownWeight != 0) {
                int otherWeight = other.markedWeight(i);
                long product = (long) (ownWeight & PackedFingerprint.WEIGHT) * (otherWeight & PackedFingerprint.WEIGHT);
                all += product;
                largest = Math.max(largest, product);
                int marks = ownWeight & otherWeight;
                keys += (marks & PackedFingerprint.KEY) == 0 ? 0 : product;
                names += (marks & PackedFingerprint.NAME) == 0 ? 0 : product;
                rareNames += (marks & PackedFingerprint.RARE_NAME) == 0 ? 0 : 1;
            }
            ownTitleWeight += title.get(term);
        }
        return new TermProducts(all, largest, keys, names, rareNames, ownTitleWeight);
    }

    private TermFeatures termFeatures(PackedFingerprint other, TermProducts products) {
        double norms = own.termNorm() * other.termNorm();
        return new TermFeatures(
                cosine(products.keys(), own.keyNorm() * other.keyNorm()),
                cosine(products.all(), norms),
                cosine(products.largest(), norms));
    }

    private HeadlineFeatures headlineFeatures(PackedFingerprint other, long ownTitleWeight) {
        long products = 0;
        long otherTitleWeight = 0;
        for (int i = 0; i < other.titleWordCount(); i++) {
            long word = other.titleWord(i);
            products += (long) title.get(word) * other.titleWeight(i);
            otherTitleWeight += terms.containsKey(word) ? other.titleWeight(i) : 0;
        }
        int shared = sharedHeadlineWords(other);
        double inText = share(ownTitleWeight, own.titleTotal()) + share(otherTitleWeight, other.titleTotal());
        return new HeadlineFeatures(
                cosine(products, own.titleNorm() * other.titleNorm()),
                share(shared, own.headlineWordCount() + other.headlineWordCount() - shared),
                inText / 2);
    }

    private int sharedHeadlineWords(PackedFingerprint other) {
        int shared = 0;
        for (int i = 0; i < other.headlineWordCount(); i++) {
            shared += headline.contains(other.headlineWord(i)) ? 1 : 0;
        }
        return shared;
    }

    private long figureProducts(PackedFingerprint other) {
        long products = 0;
        for (int i = 0; i < other.figureCount(); i++) {
            products += (long) figures.get(other.figure(i)) * other.figureWeight(i);
        }
        return products;
    }

    /** At the thinner sampling of the two, so that both samples are alike. */
    private WordingFeatures wordingFeatures(PackedFingerprint other) {
        int thinning = Math.max(own.thinning(), other.thinning());
        int shared = 0;
        int ownLead = 0;
        for (int i = 0; i < other.shingleCount(); i++) {
            int shingle = other.shingle(i);
            shared += shingles.contains(shingle) ? 1 : 0;
            ownLead += lead.contains(shingle) ? 1 : 0;
        }
        int otherLead = 0;
        for (int i = 0; i < other.leadShingleCount(); i++) {
            otherLead += shingles.contains(other.leadShingle(i)) ? 1 : 0;
        }
        int ownSample = own.shinglesAt(thinning);
        int otherSample = other.shinglesAt(thinning);
        return new WordingFeatures(
                share(shared, Math.min(ownSample, otherSample)),
                share(shared, ownSample + otherSample - shared),
                Math.max(
                        share(ownLead, own.leadShinglesAt(thinning)),
                        share(otherLead, other.leadShinglesAt(thinning))));
    }

    private NumberFeatures numberFeatures(PackedFingerprint other) {
        boolean isShorter = own.bodyWords() < other.bodyWords()
                || own.bodyWords() == other.bodyWords() && own.id().compareTo(other.id()) < 0;
        int count = isShorter ? own.numberCount() : other.numberCount();
        return new NumberFeatures(count, count == 0 ? 1 : share(sharedNumbers(other), count));
    }

    private int sharedNumbers(PackedFingerprint other) {
        int shared = 0;
        for (int i = 0; i < other.numberCount(); i++) {
            shared += numbers.contains(other.number(i)) ? 1 : 0;
        }
        return shared;
    }

    /** 0 where there is nothing to share. */
    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** 0 where one of the two vectors is empty. */
    private static double cosine(long products, double norms) {
        return norms == 0 ? 0 : products / norms;
    }
}
