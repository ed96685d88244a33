package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameLabelsTest {
    private static final NameSpan LONG = new NameSpan(NameClass.PERSON, 1, 4);
    private static final NameSpan SINGLE = new NameSpan(NameClass.OTHER, 4, 5);

    @Test
    void labelsKeepTheNames() {
        int[] labels = NameLabels.encode(6, List.of(LONG, SINGLE));

        assertThat(labels).containsExactly(0, 1, 2, 3, 16, 0);
        assertThat(NameLabels.decode(labels)).containsExactly(LONG, SINGLE);
    }

    @Test
    void aNameIsWholeAndOfOneClass() {
        int begin = 1;
        int end = 3;
        int single = 4;
        int beginOfOrganisation = 5;
        int endOfOrganisation = 7;

        assertThat(NameLabels.mayFollow(begin, end)).isTrue();
        assertThat(NameLabels.mayFollow(end, beginOfOrganisation)).isTrue();
        assertThat(NameLabels.mayFollow(single, NameLabels.OUTSIDE)).isTrue();
        assertThat(NameLabels.mayFollow(NameLabels.OUTSIDE, NameLabels.OUTSIDE)).isTrue();
        assertThat(NameLabels.mayFollow(begin, endOfOrganisation)).isFalse();
        assertThat(NameLabels.mayFollow(begin, NameLabels.OUTSIDE)).isFalse();
        assertThat(NameLabels.mayFollow(NameLabels.OUTSIDE, end)).isFalse();
        assertThat(NameLabels.mayFollow(begin, single)).isFalse();
    }
}
