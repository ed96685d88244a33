package io.newsfold.enrich.clean.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void theExampleOfEachLanguageIsOneSentence() throws IOException {
        String lines;
        try (var in = SentencesTest.class.getResourceAsStream("abbreviations.tsv")) {
            lines = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
        assertThat(lines.lines().filter(line -> !line.startsWith("#")))
                .hasSizeGreaterThan(25)
                .allSatisfy(line -> {
                    String[] columns = line.split("\t", -1);
                    String example = columns[2];

                    assertThat(Sentences.ofParagraphs(example, columns[0]))
                            .as(columns[0])
                            .isEqualTo(List.of(List.of(example)));
                });
    }

    @Test
    void sentencesStillEnd() {
        assertThat(Sentences.ofParagraphs("It was 12. They left. He is a doctor. Dr. A. Hale stayed.\n\nEnd.", "en"))
                .containsExactly(
                        List.of("It was 12.", "They left.", "He is a doctor.", "Dr. A. Hale stayed."), List.of("End."));
        assertThat(Sentences.ofParagraphs("Am 5. Juni kam er. Sie ging 2026. Ende.", "de"))
                .containsExactly(List.of("Am 5. Juni kam er.", "Sie ging 2026.", "Ende."));
    }

    @Test
    void aQuotationOpensItsOwnSentence() {
        assertThat(Sentences.ofParagraphs("他说。「好。」她走了。", "zh")).containsExactly(List.of("他说。", "「好。」", "她走了。"));
    }

    @Test
    void withoutALanguageUnicodeDecidesAlone() {
        assertThat(Sentences.ofParagraphs("Dr. Hale left.")).containsExactly(List.of("Dr.", "Hale left."));
    }
}
