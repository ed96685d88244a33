package io.newsfold.enrich.clean.field;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Datelines: the place, and often the agency, before the first words of a report. */
public final class Datelines {
    private static final Pattern DATELINE =
            Pattern.compile("^(\\p{Lu}[\\p{Lu}.'’-]*(?:[ ,]+[\\p{Lu}][\\p{L}.'’-]*){0,4}"
                    + "(?:, \\p{Lu}\\p{L}+\\.? \\d{1,2})?(?: \\([\\p{L}\\d .&'’-]{2,30}\\))?) ?(?:[–—]|--?) ?(?=\\S)");

    private Datelines() {}

    /** The dateline of a first paragraph, without the dash; empty where it has none. */
    public static Optional<String> of(String paragraph) {
        Matcher dateline = DATELINE.matcher(paragraph);
        boolean found = dateline.find() && isPlace(dateline.group(1));
        return found ? Optional.of(dateline.group(1)) : Optional.empty();
    }

    /** In capitals, or with an agency in brackets. */
    private static boolean isPlace(String text) {
        String first = text.split("[ ,]", 2)[0];
        return text.endsWith(")") || first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT));
    }
}
