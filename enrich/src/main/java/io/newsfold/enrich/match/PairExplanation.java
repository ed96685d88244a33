package io.newsfold.enrich.match;

import io.newsfold.contract.Fingerprint;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Two articles compared for people: every signal behind the two scores.
 *
 * @param copyScore 0.0 to 1.0, as the job has it
 * @param copySignals what it is made of
 * @param copyGuard what makes it 0 though wording is shared; empty where nothing does
 * @param storyScore 0.0 to 1.0, as the job has it
 * @param storySignals what it is made of
 */
public record PairExplanation(
        double copyScore, List<Signal> copySignals, String copyGuard, double storyScore, List<Signal> storySignals) {

    /**
     * One thing that was measured.
     *
     * @param name for people
     * @param value 0.0 to 1.0, or days
     * @param asks what is asked of it; empty where it only adds to the score
     */
    public record Signal(String name, double value, String asks) {}

    /** Compares two articles, in any order. */
    public static PairExplanation of(Fingerprint one, Fingerprint other) {
        PackedFingerprint print = new PackedFingerprint(ByteBuffer.wrap(PackedFingerprint.pack(other, 0)), 0);
        PairFeatures overlap = new PairComparison(
                        new PackedFingerprint(ByteBuffer.wrap(PackedFingerprint.pack(one, 0)), 0))
                .with(print);
        double copy = CopyScore.of(overlap);
        double story = StoryScore.of(overlap);
        return new PairExplanation(
                copy,
                List.of(
                        new Signal(
                                "wording of the shorter that stands in the longer",
                                overlap.containment(),
                                "at least " + CopyScore.FLOOR),
                        new Signal("wording of both that stands in both", overlap.jaccard(), ""),
                        new Signal("first 100 words that stand in the other", overlap.leads(), ""),
                        new Signal("headline words in both", overlap.headlines(), ""),
                        new Signal("numbers of the shorter that the longer has", overlap.agreeing(), "")),
                overlap.containment() < CopyScore.FLOOR
                        ? ""
                        : CopyScore.guard(overlap).map(CopyScore.Guard::reason).orElse(""),
                story,
                List.of(
                        new Signal("words (cosine)", overlap.terms(), "at least " + StoryScore.COSINE_FLOOR),
                        new Signal("weightiest words (cosine)", overlap.keys(), "at least " + StoryScore.COSINE_FLOOR),
                        new Signal("headlines (cosine)", overlap.title(), ""),
                        new Signal("headline words in the other text", overlap.headlineInText(), ""),
                        new Signal("names (cosine)", overlap.names(), ""),
                        new Signal("figures (cosine)", overlap.figures(), ""),
                        new Signal("part that one word alone has", overlap.largestPart(), "speaks against"),
                        new Signal("likelihood of one event by all these", StoryScore.likelihood(overlap), ""),
                        new Signal("days between", overlap.days(), "at most " + StoryScore.MOST_DAYS),
                        new Signal("factor for the days between", StoryScore.damping(overlap), "")));
    }
}
