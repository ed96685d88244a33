package io.newsfold.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPointTest {
    @Test
    void theEnvironmentNamesAStepAndACount() {
        assertThat(FaultPoint.from(Map.of("NEWSFOLD_FAIL_AT", "rename:3")))
                .contains(new FaultPoint(CommitStep.RENAME, 3));
    }

    @Test
    void withoutTheVariableThereIsNone() {
        assertThat(FaultPoint.from(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rename", "rename:0", "RENAME:1", "erase:1"})
    void anyOtherFormIsRefused(String text) {
        assertThatThrownBy(() -> FaultPoint.from(Map.of("NEWSFOLD_FAIL_AT", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NEWSFOLD_FAIL_AT");
    }
}
