package io.newsfold.enrich.clean.kind;

import io.newsfold.contract.ArticleKind;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A phrase that tells the kind of an article. The list is in {@code phrases.tsv}.
 *
 * @param language BCP 47; {@link #ANY} where it holds for all
 * @param place where it counts
 * @param filter passed by every text that has the phrase
 * @param example a text that has it
 * @param counterExample one that looks alike and does not have it
 */
record KindPhrase(
        String language,
        ArticleKind kind,
        Place place,
        Pattern pattern,
        LiteralFilter filter,
        String example,
        String counterExample) {
    private static final String RESOURCE = "phrases.tsv";
    private static final int COLUMNS = 6;
    private static final String ANY = "-";

    /** Its I without a dot is another letter than that with one. */
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private static final List<KindPhrase> SHIPPED = read();
    private static final Map<String, List<KindPhrase>> BY_LANGUAGE =
            SHIPPED.stream().collect(Collectors.groupingBy(KindPhrase::language));

    /** Where a phrase counts. */
    enum Place {
        /** A whole part of the path of an address. */
        ADDRESS("address"),
        /** The whole name of a section. */
        SECTION("section"),
        /** Anywhere in a headline. */
        HEADLINE("headline"),
        /** Anywhere in one of the last paragraphs. */
        END("end of the text");

        private final String description;

        Place(String description) {
            this.description = description;
        }

        /** For the origin of a field. */
        String description() {
            return description;
        }
    }

    static List<KindPhrase> shipped() {
        return SHIPPED;
    }

    /** The phrases for a place in an article of a language. */
    static Stream<KindPhrase> of(Place place, String language) {
        return Stream.of(ANY, language)
                .flatMap(known -> BY_LANGUAGE.getOrDefault(known, List.of()).stream())
                .filter(phrase -> phrase.place == place);
    }

    /** In lower case and NFC with straight apostrophes, as the patterns are. */
    static Subject plain(String text, String language) {
        String lower = language.equals("tr") ? text.toLowerCase(TURKISH) : TextMeasures.lower(text);
        return Subject.of(Normalizer.normalize(lower, Normalizer.Form.NFC)
                .replace('’', '\'')
                .strip());
    }

    /** @param plain as {@link #plain} makes it: of an address one part of its path */
    boolean isIn(Subject plain) {
        if (!filter.passes(plain)) {
            return false;
        }
        return switch (place) {
            case ADDRESS, SECTION -> pattern.matcher(plain.text()).matches();
            case HEADLINE, END -> pattern.matcher(plain.text()).find();
        };
    }

    private static List<KindPhrase> read() {
        try (InputStream file = KindPhrase.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("no phrases: " + RESOURCE);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(KindPhrase::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static KindPhrase parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": not " + COLUMNS + " columns: " + line);
        }
        String expression = Normalizer.normalize(columns[3], Normalizer.Form.NFC);
        return new KindPhrase(
                columns[0],
                ArticleKind.valueOf(columns[1].toUpperCase(Locale.ROOT)),
                Place.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS),
                LiteralFilter.anyOf(List.of(expression)),
                columns[4],
                columns[5]);
    }
}
