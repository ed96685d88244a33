package io.newsfold.enrich.clean.nonarticle;

import io.newsfold.enrich.clean.input.LiteralFilter;
import io.newsfold.enrich.clean.input.LiteralFilter.Subject;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A phrase of pages that are no article. The list is in {@code phrases.tsv}.
 *
 * @param position where it counts
 * @param filter passed by every text that has the phrase
 * @param example a title or a sentence that has it
 * @param counterExample one that looks alike and does not have it
 */
record NonArticlePhrase(
        NonArticleKind kind,
        Position position,
        Pattern pattern,
        LiteralFilter filter,
        String example,
        String counterExample) {
    private static final String RESOURCE = "phrases.tsv";
    private static final int COLUMNS = 5;
    /** What error pages put before their title: an exclamation, the word for error, the status. */
    private static final String PREFIX =
            "(?:\\W|oops|sorry|uh-oh|whoops|https?|error|status|code|fehler|erreur|erro\\b|errore|ошибка"
                    + "|错误|錯誤|エラー|خطأ|त्रुटि"
                    + "|kesalahan|ত্রুটি|خرابی|오류|hata|[45]\\d\\d(?![\\d,.%])){0,6}";

    private static final List<NonArticlePhrase> SHIPPED = read();

    /** Where a phrase counts. */
    enum Position {
        /** A title or a heading is nothing but the phrase. */
        WHOLE,
        /** Anywhere in a sentence. */
        TEXT
    }

    static List<NonArticlePhrase> shipped() {
        return SHIPPED;
    }

    /** The kinds of which some phrase at {@code position} is in {@code text}. */
    static Set<NonArticleKind> kinds(Position position, String text) {
        Subject subject = plain(text);
        Set<NonArticleKind> kinds = EnumSet.noneOf(NonArticleKind.class);
        for (NonArticlePhrase phrase : SHIPPED) {
            if (phrase.position == position && !kinds.contains(phrase.kind) && phrase.isIn(subject)) {
                kinds.add(phrase.kind);
            }
        }
        return kinds;
    }

    /** In lower case and NFC, as the patterns are. */
    static Subject plain(String text) {
        return Subject.of(Normalizer.normalize(TextMeasures.lower(text), Normalizer.Form.NFC)
                .replace('’', '\'')
                .strip());
    }

    /** @param plain as {@link #plain} makes it */
    boolean isIn(Subject plain) {
        return filter.passes(plain)
                && (position == Position.WHOLE
                        ? pattern.matcher(plain.text()).matches()
                        : pattern.matcher(plain.text()).find());
    }

    private static List<NonArticlePhrase> read() {
        try (InputStream file = NonArticlePhrase.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("no phrases: " + RESOURCE);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(NonArticlePhrase::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static NonArticlePhrase parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": not " + COLUMNS + " columns: " + line);
        }
        Position position = Position.valueOf(columns[1].toUpperCase(Locale.ROOT));
        String expression = Normalizer.normalize(columns[2], Normalizer.Form.NFC);
        String whole = position == Position.WHOLE ? PREFIX + "(?:" + expression + ")\\W*" : expression;
        return new NonArticlePhrase(
                NonArticleKind.valueOf(columns[0].toUpperCase(Locale.ROOT)),
                position,
                Pattern.compile(whole, Pattern.UNICODE_CHARACTER_CLASS),
                LiteralFilter.anyOf(List.of(expression)),
                columns[3],
                columns[4]);
    }
}
