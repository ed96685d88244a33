package io.newsfold.enrich.match;

import io.newsfold.enrich.match.PairFeatures.HeadlineFeatures;
import io.newsfold.enrich.match.PairFeatures.NameAgreement;
import io.newsfold.enrich.match.PairFeatures.NumberFeatures;
import io.newsfold.enrich.match.PairFeatures.TermFeatures;
import io.newsfold.enrich.match.PairFeatures.WordingFeatures;

/** Features of a pair that both scores accept, to change one at a time. */
final class SamplePairs {
    static final PairFeatures ACCEPTED = new PairFeatures(
            1,
            new TermFeatures(0.5, 0.5, 0.05),
            new HeadlineFeatures(0.6, 0.5, 0.4),
            new NameAgreement(true, 0.7, 0),
            0.2,
            new WordingFeatures(0.75, 0.6, 0.5),
            400,
            new NumberFeatures(10, 0.9));

    private SamplePairs() {}

    static PairFeatures with(PairFeatures pair, double days, int shorterBodyWords) {
        return new PairFeatures(
                days,
                pair.terms(),
                pair.headlines(),
                pair.names(),
                pair.figureCosine(),
                pair.wording(),
                shorterBodyWords,
                pair.numbers());
    }

    static PairFeatures with(PairFeatures pair, TermFeatures terms) {
        return new PairFeatures(
                pair.days(),
                terms,
                pair.headlines(),
                pair.names(),
                pair.figureCosine(),
                pair.wording(),
                pair.shorterBodyWords(),
                pair.numbers());
    }

    static PairFeatures with(PairFeatures pair, HeadlineFeatures headlines) {
        return new PairFeatures(
                pair.days(),
                pair.terms(),
                headlines,
                pair.names(),
                pair.figureCosine(),
                pair.wording(),
                pair.shorterBodyWords(),
                pair.numbers());
    }

    static PairFeatures with(PairFeatures pair, NameAgreement names) {
        return new PairFeatures(
                pair.days(),
                pair.terms(),
                pair.headlines(),
                names,
                pair.figureCosine(),
                pair.wording(),
                pair.shorterBodyWords(),
                pair.numbers());
    }

    static PairFeatures with(PairFeatures pair, WordingFeatures wording) {
        return new PairFeatures(
                pair.days(),
                pair.terms(),
                pair.headlines(),
                pair.names(),
                pair.figureCosine(),
                wording,
                pair.shorterBodyWords(),
                pair.numbers());
    }

    static PairFeatures with(PairFeatures pair, NumberFeatures numbers) {
        return new PairFeatures(
                pair.days(),
                pair.terms(),
                pair.headlines(),
                pair.names(),
                pair.figureCosine(),
                pair.wording(),
                pair.shorterBodyWords(),
                numbers);
    }
}
