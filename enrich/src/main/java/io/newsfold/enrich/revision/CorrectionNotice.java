package io.newsfold.enrich.revision;

import io.newsfold.enrich.clean.input.LiteralFilter;
import io.newsfold.enrich.clean.input.LiteralFilter.Subject;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A way in which texts say that they were corrected, shortened or withdrawn. The list is in {@code notices.tsv}.
 *
 * @param pattern for text in lower case
 * @param filter passed by every text that has the notice
 * @param example a sentence that has it
 */
record CorrectionNotice(Pattern pattern, LiteralFilter filter, String example) {
    private static final String RESOURCE = "notices.tsv";
    private static final List<CorrectionNotice> SHIPPED = read();

    static List<CorrectionNotice> shipped() {
        return SHIPPED;
    }

    /** Whether some notice is in {@code text}. */
    static boolean isIn(String text) {
        Subject lower = Subject.of(TextMeasures.lower(text));
        return SHIPPED.stream()
                .anyMatch(notice -> notice.filter.passes(lower)
                        && notice.pattern.matcher(lower.text()).find());
    }

    private static List<CorrectionNotice> read() {
        try (InputStream file = CorrectionNotice.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("no notices: " + RESOURCE);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(columns -> new CorrectionNotice(
                            Pattern.compile(columns[0], Pattern.UNICODE_CHARACTER_CLASS),
                            LiteralFilter.anyOf(List.of(columns[0])),
                            columns[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
