package io.newsfold.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorrectionNoticeTest {
    static List<CorrectionNotice> notices() {
        return CorrectionNotice.shipped();
    }

    @ParameterizedTest
    @MethodSource("notices")
    void eachNoticeIsInItsExample(CorrectionNotice notice) {
        assertThat(notice.pattern()
                        .matcher(TextMeasures.lower(notice.example()))
                        .find())
                .isTrue();
    }

    @Test
    void aSentenceOfAnArticleIsNoNotice() {
        assertThat(CorrectionNotice.isIn("The council corrected the course of the river in 1911."))
                .isFalse();
    }
}
