package io.newsfold.enrich.match;

import io.newsfold.contract.Fingerprint;
import java.util.List;

/**
 * A comparison of two articles for people: each feature behind the two scores.
 *
 * @param copyScore 0.0 to 1.0, as the job computes it
 * @param copySignals the features of the copy score
 * @param copyGuard the reason why the copy score is 0 though wording is shared; empty where there is none
 * @param storyScore 0.0 to 1.0, as the job computes it
 * @param rareNames number of rare names that both have, which slow down the fading of a story
 * @param storySignals the features of the story score
 */
public record PairExplanation(
        double copyScore,
        List<Signal> copySignals,
        String copyGuard,
        double storyScore,
        int rareNames,
        List<Signal> storySignals) {

    /**
     * One measured feature.
     *
     * @param name for people
     * @param value 0.0 to 1.0, or days, or a number of names
     * @param asks the requirement on it; empty where it only adds to the score
     * @param adds what it adds to the logit of the likelihood of one event, or takes from it; 0 where it adds nothing
     */
    public record Signal(String name, double value, String asks, double adds) {
        Signal(String name, double value, String asks) {
            this(name, value, asks, 0);
        }
    }

    public PairExplanation {
        copySignals = List.copyOf(copySignals);
        storySignals = List.copyOf(storySignals);
    }

    /** Compares two articles, in any order. */
    public static PairExplanation of(Fingerprint one, Fingerprint other) {
        PairComparison comparison = new PairComparison(PackedFingerprint.of(FingerprintPacker.pack(one, 0)));
        PairFeatures features = comparison.with(PackedFingerprint.of(FingerprintPacker.pack(other, 0)));
        return new PairExplanation(
                CopyScore.of(features),
                copySignals(features),
                copyGuard(features),
                StoryScore.of(features),
                features.names().rare(),
                storySignals(features));
    }

    private static String copyGuard(PairFeatures features) {
        return features.wording().containment() < CopyScore.FLOOR
                ? ""
                : CopyScore.guard(features).map(CopyScore.Guard::reason).orElse("");
    }

    private static List<Signal> copySignals(PairFeatures features) {
        PairFeatures.WordingFeatures wording = features.wording();
        return List.of(
                new Signal(
                        "wording of the shorter that the longer has",
                        wording.containment(),
                        "at least " + CopyScore.FLOOR),
                new Signal("wording of both that is in both", wording.jaccard(), ""),
                new Signal("first 100 words that the other has", wording.lead(), ""),
                new Signal("headline words in both", features.headlines().jaccard(), ""),
                new Signal(
                        "numbers of the shorter that the longer has",
                        features.numbers().agreement(),
                        ""));
    }

    /** The logit of a pair with nothing but the least words in common: below 0, so that it is likely two events. */
    public static double start() {
        return StoryScore.CONSTANT + StoryScore.WORDS * Math.log(StoryScore.COSINE_FLOOR);
    }

    /** What the words add to that. */
    private static double ofWords(PairFeatures features) {
        return StoryScore.WORDS
                * Math.log(Math.max(StoryScore.COSINE_FLOOR, features.terms().cosine()) / StoryScore.COSINE_FLOOR);
    }

    static List<Signal> storySignals(PairFeatures features) {
        String cosineFloor = "at least " + StoryScore.COSINE_FLOOR;
        return List.of(
                new Signal("words (cosine)", features.terms().cosine(), cosineFloor, ofWords(features)),
                new Signal("weightiest words (cosine)", features.terms().keyCosine(), cosineFloor),
                new Signal(
                        "headlines (cosine)",
                        features.headlines().cosine(),
                        "",
                        StoryScore.HEADLINES * features.headlines().cosine()),
                new Signal(
                        "headline words in the other text",
                        features.headlines().inOtherText(),
                        "",
                        StoryScore.HEADLINE_IN_TEXT * features.headlines().inOtherText()),
                new Signal(
                        "names (cosine)",
                        features.names().cosine(),
                        "",
                        StoryScore.NAMES * features.names().cosine()),
                new Signal("rare names in both", features.names().rare(), "keep a story alive for longer"),
                new Signal(
                        "figures (cosine)", features.figureCosine(), "", StoryScore.FIGURES * features.figureCosine()),
                new Signal(
                        "part that comes from one word alone",
                        features.terms().largestShare(),
                        "speaks against",
                        StoryScore.ONE_WORD * features.terms().largestShare()),
                new Signal(
                        "a brief report with other figures",
                        StoryScore.isBriefWithOtherFigures(features) ? 1 : 0,
                        "speaks against",
                        StoryScore.isBriefWithOtherFigures(features) ? -StoryScore.PENALTY_OF_OTHER_FIGURES : 0),
                new Signal(
                        "brief texts of one form with other figures or names",
                        StoryScore.isOneForm(features) ? 1 : 0,
                        "makes it 0"),
                new Signal("likelihood of one event by all these", StoryScore.likelihood(features), ""),
                new Signal("days between", features.days(), "at most " + StoryScore.MAX_DAYS),
                new Signal("factor for the days between", StoryScore.damping(features), ""));
    }
}
