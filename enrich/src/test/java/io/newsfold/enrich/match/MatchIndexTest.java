package io.newsfold.enrich.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Fingerprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchIndexTest {
    private static final int ARTICLES = 600;

    private final SampleFingerprints samples = new SampleFingerprints(ARTICLES, 3);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    MatchIndexTest() {}

    @Test
    void theSearchFindsEveryPairThatComparingAllWithAllFinds() {
        MatchIndex index = new MatchIndex(new InMemoryFingerprintArchive(), folder, ARTICLES);
        fill(index);

        for (int i = 0; i < ARTICLES; i += 7) {
            Fingerprint one = samples.get(i);
            Map<String, List<Double>> expected = new HashMap<>();
            for (int j = 0; j < ARTICLES; j++) {
                PairExplanation explanation = PairExplanation.of(one, samples.get(j));
                if (i != j && (explanation.copyScore() > 0 || explanation.storyScore() > 0)) {
                    expected.put(samples.get(j).id(), List.of(explanation.copyScore(), explanation.storyScore()));
                }
            }

            assertThat(scores(index.pairs(SearchableFingerprint.of(one, i))))
                    .as("article " + i)
                    .isEqualTo(expected);
        }
    }

    @Test
    void theSizeOfTheCacheMakesNoDifference() {
        MatchIndex large = new MatchIndex(new InMemoryFingerprintArchive(), folder.resolve("large"), ARTICLES);
        MatchIndex small = new MatchIndex(new InMemoryFingerprintArchive(), folder.resolve("small"), 10);
        fill(large);
        fill(small);
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) { // replaced and removed
            int at = random.nextInt(ARTICLES);
            if (random.nextBoolean()) {
                SearchableFingerprint replacement = SearchableFingerprint.of(samples.get(at), ARTICLES + i);
                large.put(replacement);
                small.put(replacement);
            } else {
                large.remove(samples.get(at).id());
                small.remove(samples.get(at).id());
            }
        }

        for (int i = 0; i < ARTICLES; i += 11) {
            SearchableFingerprint article = SearchableFingerprint.of(samples.get(i), i);
            assertThat(small.pairs(article)).isEqualTo(large.pairs(article));
        }
    }

    /** In a random order. */
    private void fill(MatchIndex index) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, ARTICLES).boxed().toList());
        Collections.shuffle(order, new Random(9));
        order.forEach(i -> index.put(SearchableFingerprint.of(samples.get(i), i)));
    }

    private static Map<String, List<Double>> scores(List<CandidatePair> pairs) {
        Map<String, List<Double>> scores = new HashMap<>();
        pairs.forEach(p -> scores.put(p.other().id(), List.of(p.copyScore(), p.storyScore())));
        return scores;
    }
}
