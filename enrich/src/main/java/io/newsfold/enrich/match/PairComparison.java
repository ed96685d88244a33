package io.newsfold.enrich.match;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Duration;

/** One article laid out to be compared with many: what it has is looked up while the other is read once. */
final class PairComparison {
    private static final double SECONDS_A_DAY = 86_400;

    private final PackedFingerprint print;
    private final Long2IntOpenHashMap terms;
    private final Long2IntOpenHashMap title;
    private final Long2IntOpenHashMap figures;
    private final LongOpenHashSet headline;
    private final LongOpenHashSet numbers;
    private final IntOpenHashSet shingles;
    private final IntOpenHashSet lead;

    PairComparison(PackedFingerprint print) {
        this.print = print;
        terms = new Long2IntOpenHashMap(print.terms(), 0.5f);
        for (int i = 0; i < print.terms(); i++) {
            terms.put(print.term(i), print.marked(i));
        }
        title = new Long2IntOpenHashMap(print.titleWords(), 0.5f);
        for (int i = 0; i < print.titleWords(); i++) {
            title.put(print.titleWord(i), print.titleWeight(i));
        }
        figures = new Long2IntOpenHashMap(print.figures(), 0.5f);
        for (int i = 0; i < print.figures(); i++) {
            figures.put(print.figure(i), print.figureWeight(i));
        }
        headline = new LongOpenHashSet(print.headlineWords(), 0.5f);
        for (int i = 0; i < print.headlineWords(); i++) {
            headline.add(print.headlineWord(i));
        }
        numbers = new LongOpenHashSet(print.numbers(), 0.5f);
        for (int i = 0; i < print.numbers(); i++) {
            numbers.add(print.number(i));
        }
        shingles = new IntOpenHashSet(print.shingles(), 0.5f);
        for (int i = 0; i < print.shingles(); i++) {
            shingles.add(print.shingle(i));
        }
        lead = new IntOpenHashSet(print.leadShingles(), 0.5f);
        for (int i = 0; i < print.leadShingles(); i++) {
            lead.add(print.leadShingle(i));
        }
    }

    PackedFingerprint print() {
        return print;
    }

    /** The weight of one of the article's terms, without marks; 0 where it is none of them. */
    int weight(long term) {
        return terms.get(term) & PackedFingerprint.WEIGHT;
    }

    PairFeatures with(PackedFingerprint other) {
        long products = 0;
        long largest = 0;
        long keyProducts = 0;
        long nameProducts = 0;
        long ownTitleInOther = 0;
        for (int i = 0; i < other.terms(); i++) {
            long term = other.term(i);
            int own = terms.get(term);
            if (own != 0) {
                int marked = other.marked(i);
                long product = (long) (own & PackedFingerprint.WEIGHT) * (marked & PackedFingerprint.WEIGHT);
                products += product;
                largest = Math.max(largest, product);
                int both = own & marked;
                keyProducts += (both & PackedFingerprint.KEY) == 0 ? 0 : product;
                nameProducts += (both & PackedFingerprint.NAME) == 0 ? 0 : product;
            }
            ownTitleInOther += title.get(term);
        }
        long titleProducts = 0;
        long otherTitleHere = 0;
        for (int i = 0; i < other.titleWords(); i++) {
            long word = other.titleWord(i);
            titleProducts += (long) title.get(word) * other.titleWeight(i);
            otherTitleHere += terms.containsKey(word) ? other.titleWeight(i) : 0;
        }
        long figureProducts = 0;
        for (int i = 0; i < other.figures(); i++) {
            figureProducts += (long) figures.get(other.figure(i)) * other.figureWeight(i);
        }
        double lengths = print.termsLength() * other.termsLength();
        double inText = share(ownTitleInOther, print.titleTotal()) + share(otherTitleHere, other.titleTotal());
        int thinning = Math.max(print.thinning(), other.thinning());
        int shared = sharedShingles(other);
        int ownSample = print.shinglesAt(thinning);
        int otherSample = other.shinglesAt(thinning);
        int sharedHeadline = sharedHeadline(other);
        boolean isShorter = print.words() < other.words()
                || print.words() == other.words() && print.id().compareTo(other.id()) < 0;
        int shorterNumbers = isShorter ? print.numbers() : other.numbers();
        return new PairFeatures(
                Duration.between(print.time(), other.time()).abs().toSeconds() / SECONDS_A_DAY,
                ratio(keyProducts, print.keysLength() * other.keysLength()),
                ratio(products, lengths),
                ratio(largest, lengths),
                ratio(titleProducts, print.titleLength() * other.titleLength()),
                ratio(nameProducts, print.namesLength() * other.namesLength()),
                print.namesLength() > 0 && other.namesLength() > 0,
                ratio(figureProducts, print.figuresLength() * other.figuresLength()),
                inText / 2,
                share(shared, Math.min(ownSample, otherSample)),
                share(shared, ownSample + otherSample - shared),
                leads(other, thinning),
                share(sharedHeadline, print.headlineWords() + other.headlineWords() - sharedHeadline),
                Math.min(print.words(), other.words()),
                shorterNumbers,
                shorterNumbers == 0 ? 1 : share(sharedNumbers(other), shorterNumbers));
    }

    private int sharedShingles(PackedFingerprint other) {
        int shared = 0;
        for (int i = 0; i < other.shingles(); i++) {
            shared += shingles.contains(other.shingle(i)) ? 1 : 0;
        }
        return shared;
    }

    private double leads(PackedFingerprint other, int thinning) {
        int ownInOther = 0;
        for (int i = 0; i < other.shingles(); i++) {
            ownInOther += lead.contains(other.shingle(i)) ? 1 : 0;
        }
        int otherHere = 0;
        for (int i = 0; i < other.leadShingles(); i++) {
            otherHere += shingles.contains(other.leadShingle(i)) ? 1 : 0;
        }
        return Math.max(
                share(ownInOther, print.leadShinglesAt(thinning)), share(otherHere, other.leadShinglesAt(thinning)));
    }

    private int sharedHeadline(PackedFingerprint other) {
        int shared = 0;
        for (int i = 0; i < other.headlineWords(); i++) {
            shared += headline.contains(other.headlineWord(i)) ? 1 : 0;
        }
        return shared;
    }

    private int sharedNumbers(PackedFingerprint other) {
        int shared = 0;
        for (int i = 0; i < other.numbers(); i++) {
            shared += numbers.contains(other.number(i)) ? 1 : 0;
        }
        return shared;
    }

    /** 0 where there is nothing to share. */
    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double ratio(long products, double lengths) {
        return lengths == 0 ? 0 : products / lengths;
    }
}
