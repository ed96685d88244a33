package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.input.TextMeasures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of bylines by their kinds, as {@code bylines.tsv} lists them for many languages. */
final class BylineWords {
    private static final String RESOURCE = "bylines.tsv";
    private static final int COLUMNS = 5;
    private static final List<Entry> ENTRIES = read();

    /** What a word does in a byline. */
    enum Kind {
        LEAD,
        LABEL,
        TAIL,
        OTHER,
        AND,
        PLACE,
        TITLE,
        DEGREE,
        SUFFIX,
        PARTICLE,
        ROLE,
        MONTH,
        DESK
    }

    /**
     * A line of the resource.
     *
     * @param words in lower case
     * @param example a line that has them
     * @param authors in the example, parted by semicolons; {@code -} for none
     */
    record Entry(Kind kind, String words, String example, String authors) {}

    private BylineWords() {}

    static List<Entry> entries() {
        return ENTRIES;
    }

    /** The words of a kind, without full stops at their ends. */
    static Set<String> of(Kind kind) {
        return ENTRIES.stream()
                .filter(e -> e.kind() == kind && !e.words().startsWith("*"))
                .map(e -> key(e.words()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The ends of words of a kind. */
    static List<String> endings(Kind kind) {
        return ENTRIES.stream()
                .filter(e -> e.kind() == kind && e.words().startsWith("*"))
                .map(e -> e.words().substring(1))
                .toList();
    }

    /** The first two characters of the phrases that begin a byline. */
    static Set<String> starts() {
        Set<Kind> first = EnumSet.of(Kind.LEAD, Kind.LABEL, Kind.OTHER);
        return ENTRIES.stream()
                .filter(e -> first.contains(e.kind()))
                .map(e -> e.words().substring(0, 2))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A word as it is looked up: in lower case, without full stops and colons at its end. */
    static String key(String word) {
        int end = word.length();
        while (end > 0 && ".:".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return TextMeasures.lower(word.substring(0, end));
    }

    /** A regular expression for one of the phrases of a kind and what parts it from a name; the longest wins. */
    static String phrases(Kind kind) {
        return ENTRIES.stream()
                .filter(e -> e.kind() == kind)
                .map(Entry::words)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(BylineWords::phrase)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String phrase(String words) {
        int last = words.codePointBefore(words.length());
        boolean cased = Character.isUpperCase(Character.toUpperCase(last));
        String quoted = Pattern.quote(words).replace(" :", "\\E ?\\Q:");
        boolean spaced = cased || Character.isLetter(last) && !Character.isIdeographic(last) && !isHangul(last);
        return quoted + (spaced ? "(?:\\s*[:|]\\s*|\\s+)" : "[\\s:|]*");
    }

    private static boolean isHangul(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    private static List<Entry> read() {
        try (InputStream file = BylineWords.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("no words of bylines: " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(BylineWords::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static Entry parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": not " + COLUMNS + " columns: " + line);
        }
        Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
        return new Entry(kind, columns[2], columns[3], columns[4]);
    }
}
