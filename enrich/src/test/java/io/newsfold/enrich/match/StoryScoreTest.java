package io.newsfold.enrich.match;

import static io.newsfold.enrich.match.SamplePairs.ACCEPTED;
import static io.newsfold.enrich.match.SamplePairs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.newsfold.enrich.match.PairFeatures.NameAgreement;
import io.newsfold.enrich.match.PairFeatures.NumberFeatures;
import io.newsfold.enrich.match.PairFeatures.TermFeatures;
import io.newsfold.enrich.match.PairFeatures.WordingFeatures;
import org.junit.jupiter.api.Test;

class StoryScoreTest {
    @Test
    void theScoreIsTheDampedLikelihoodInMillionths() {
        double logit = 3.3 + 3.4 * Math.log(0.5) + 1.3 * 0.6 + 1.9 * 0.7 + 2.3 * 0.2 + 1.9 * 0.4 - 7.5 * 0.05;
        double expected = Math.exp(-1 / 6.0) / (1 + Math.exp(-logit));

        assertThat(StoryScore.of(ACCEPTED)).isEqualTo(Math.round(expected * 1e6) / 1e6);
    }

    @Test
    void articlesMoreThanAWeekApartHaveNoScore() {
        assertThat(StoryScore.of(with(ACCEPTED, 7, 400))).isGreaterThan(StoryScore.FLOOR);
        assertThat(StoryScore.of(with(ACCEPTED, 7.01, 400))).isZero();
    }

    @Test
    void aCosineBelowTheFloorOfTheSearchHasNoScore() {
        assertThat(StoryScore.of(with(ACCEPTED, new TermFeatures(0.12, 0.5, 0.05))))
                .isGreaterThan(StoryScore.FLOOR);
        assertThat(StoryScore.of(with(ACCEPTED, new TermFeatures(0.119, 0.5, 0.05))))
                .isZero();
        assertThat(StoryScore.of(with(ACCEPTED, new TermFeatures(0.5, 0.119, 0.05))))
                .isZero();
    }

    @Test
    void oneSharedWordAloneHasNoScore() {
        assertThat(StoryScore.of(with(ACCEPTED, new TermFeatures(0.5, 0.5, 0.5))))
                .isGreaterThan(0);
        assertThat(StoryScore.of(with(ACCEPTED, new TermFeatures(0.3, 0.3, 0.9))))
                .isZero();
    }

    @Test
    void everyDayBetweenTheArticlesLowersTheScore() {
        double sameDay = StoryScore.of(with(ACCEPTED, 0, 400));

        assertThat(sameDay).isEqualTo(Math.round(StoryScore.likelihood(ACCEPTED) * 1e6) / 1e6);
        assertThat(StoryScore.of(with(ACCEPTED, 6, 400)))
                .isEqualTo(Math.round(StoryScore.likelihood(ACCEPTED) / Math.E * 1e6) / 1e6);
    }

    @Test
    void whatAnExplanationAddsUpToIsTheScore() {
        double logit = PairExplanation.start()
                + PairExplanation.storySignals(ACCEPTED).stream()
                        .mapToDouble(PairExplanation.Signal::adds)
                        .sum();

        assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(StoryScore.likelihood(ACCEPTED), within(1e-12));
    }

    @Test
    void oneFormWithOtherFiguresIsNoStory() {
        PairFeatures form =
                with(with(with(ACCEPTED, 0, 249), new NumberFeatures(6, 0.5)), new NameAgreement(true, 0.49, 0));

        assertThat(StoryScore.of(form)).isZero();
        assertThat(StoryScore.of(with(form, 0, 250))).isGreaterThan(0);
        assertThat(StoryScore.of(with(form, new NumberFeatures(5, 0.5)))).isGreaterThan(0);
        assertThat(StoryScore.of(with(form, new NumberFeatures(6, 0.51)))).isGreaterThan(0);
        assertThat(StoryScore.of(with(form, new WordingFeatures(0.34, 0.3, 0.3))))
                .isGreaterThan(0);
        assertThat(StoryScore.of(with(form, new NameAgreement(true, 0.5, 0)))).isGreaterThan(0);
        assertThat(StoryScore.of(with(with(form, new NameAgreement(true, 0.5, 0)), 1, 249)))
                .isZero();
    }

    @Test
    void otherFiguresInABriefReportSpeakAgainst() {
        PairFeatures brief = with(with(ACCEPTED, 0, 149), new NumberFeatures(4, 0.29));
        double asLong = StoryScore.of(with(brief, 0, 150));

        assertThat(StoryScore.of(brief)).isGreaterThan(0).isLessThan(asLong);
        assertThat(StoryScore.of(with(brief, new NumberFeatures(3, 0.29)))).isEqualTo(asLong);
        assertThat(StoryScore.of(with(brief, new NumberFeatures(4, 0.3)))).isEqualTo(asLong);
    }
}
