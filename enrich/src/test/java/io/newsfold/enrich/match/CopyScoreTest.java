package io.newsfold.enrich.match;

import static io.newsfold.enrich.match.SamplePairs.ACCEPTED;
import static io.newsfold.enrich.match.SamplePairs.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.enrich.match.CopyScore.Guard;
import io.newsfold.enrich.match.PairFeatures.HeadlineFeatures;
import io.newsfold.enrich.match.PairFeatures.NameAgreement;
import io.newsfold.enrich.match.PairFeatures.NumberFeatures;
import io.newsfold.enrich.match.PairFeatures.WordingFeatures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyScoreTest {
    private static final HeadlineFeatures OTHER_HEADLINES = new HeadlineFeatures(0, 0.1, 0);

    /** A decision on a pair. */
    private record Result(double score, Optional<Guard> guard) {
        static Result of(PairFeatures pair) {
            return new Result(CopyScore.of(pair), CopyScore.guard(pair));
        }

        static Result copy(double score) {
            return new Result(score, Optional.empty());
        }

        static Result stopped(Guard guard) {
            return new Result(0, Optional.of(guard));
        }
    }

    @Test
    void theScoreOfACopyIsTheContainmentInMillionths() {
        PairFeatures pair = with(ACCEPTED, new WordingFeatures(2 / 3.0, 0.6, 0.5));

        assertThat(Result.of(pair)).isEqualTo(Result.copy(0.666667));
    }

    @Test
    void containmentBelowTheFloorIsNoCopyThoughNoGuardStopsIt() {
        PairFeatures at = with(ACCEPTED, new WordingFeatures(CopyScore.FLOOR, 0.4, 0.5));
        PairFeatures below = with(ACCEPTED, new WordingFeatures(0.4799, 0.4, 0.5));

        assertThat(Result.of(at)).isEqualTo(Result.copy(CopyScore.FLOOR));
        assertThat(Result.of(below)).isEqualTo(Result.copy(0));
    }

    @Test
    void aCopyComesWithinThirtyDays() {
        assertThat(Result.of(with(ACCEPTED, 30, 400))).isEqualTo(Result.copy(0.75));
        assertThat(Result.of(with(ACCEPTED, 30.1, 400))).isEqualTo(Result.stopped(Guard.TOO_FAR_APART));
    }

    @Test
    void shortTextsNeedTheSameHeadline() {
        PairFeatures brief = with(with(ACCEPTED, 1, 59), new HeadlineFeatures(0.6, 0.44, 0.4));

        assertThat(Result.of(brief)).isEqualTo(Result.stopped(Guard.SHORT_UNDER_OTHER_HEADLINES));
        assertThat(Result.of(with(brief, 1, 60))).isEqualTo(Result.copy(0.75));
    }

    @Test
    void briefTextsUnderOtherHeadlinesNeedNearlyTheSameWording() {
        PairFeatures brief = with(with(ACCEPTED, 1, 119), new HeadlineFeatures(0.6, 0.2, 0.4));

        assertThat(Result.of(brief)).isEqualTo(Result.stopped(Guard.SHORT_UNDER_OTHER_HEADLINES));
        assertThat(Result.of(with(brief, new WordingFeatures(0.8, 0.7, 0.5)))).isEqualTo(Result.copy(0.8));
    }

    @Test
    void briefTextsNeedTheSameNumbers() {
        PairFeatures brief = with(with(ACCEPTED, 1, 119), new NumberFeatures(4, 0.75));

        assertThat(Result.of(brief)).isEqualTo(Result.stopped(Guard.BRIEF_WITH_OTHER_NUMBERS));
        assertThat(Result.of(with(brief, new WordingFeatures(1, 0.9, 1)))).isEqualTo(Result.copy(1));
    }

    @Test
    void aBriefCopyComesWithinAWeek() {
        assertThat(Result.of(with(ACCEPTED, 7, 119))).isEqualTo(Result.copy(0.75));
        assertThat(Result.of(with(ACCEPTED, 7.1, 119))).isEqualTo(Result.stopped(Guard.BRIEF_AND_A_WEEK_APART));
        assertThat(Result.of(with(ACCEPTED, 7.1, 120))).isEqualTo(Result.copy(0.75));
    }

    @Test
    void aTemplateWithOtherNumbersIsNoCopy() {
        PairFeatures template = with(with(ACCEPTED, 1, 249), new NumberFeatures(8, 0.39));

        assertThat(Result.of(template)).isEqualTo(Result.stopped(Guard.TEMPLATE));
        assertThat(Result.of(with(template, 1, 250))).isEqualTo(Result.copy(0.75));
        assertThat(Result.of(with(template, new NumberFeatures(7, 0.39)))).isEqualTo(Result.copy(0.75));
    }

    @Test
    void sharedCaptionsUnderOtherHeadlinesAndBeginningsAreNoCopy() {
        PairFeatures captions = with(with(ACCEPTED, OTHER_HEADLINES), new WordingFeatures(0.75, 0.6, 0.1));

        assertThat(Result.of(captions)).isEqualTo(Result.stopped(Guard.SHARED_CAPTIONS));
        assertThat(Result.of(with(captions, new WordingFeatures(0.75, 0.6, 0.15))))
                .isEqualTo(Result.copy(0.75));
    }

    @Test
    void sharedBoilerplateUnderOtherHeadlinesWithOtherNamesIsNoCopy() {
        PairFeatures boilerplate =
                with(with(with(ACCEPTED, 1, 299), OTHER_HEADLINES), new NameAgreement(true, 0.29, 0));

        assertThat(Result.of(boilerplate)).isEqualTo(Result.stopped(Guard.SHARED_BOILERPLATE));
        assertThat(Result.of(with(boilerplate, 1, 300))).isEqualTo(Result.copy(0.75));
        assertThat(Result.of(with(boilerplate, new NameAgreement(false, 0, 0)))).isEqualTo(Result.copy(0.75));
    }
}
