package io.newsfold.enrich.clean.field;

import io.newsfold.contract.CleanArticle.Author;
import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.text.charset.TextNormalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds authors in bylines and biographies: people, never desks. */
public final class Bylines {
    private static final String PART = "(?:[\\p{Lu}][\\p{L}'’.-]*|de|van|von|der|den|la|le|al|bin|el|da|dos)";
    private static final Pattern PERSON = Pattern.compile("[\\p{Lu}][\\p{L}'’.-]*(?: " + PART + "){1,4}");
    private static final Pattern NO_PERSON = Pattern.compile(
            "(?i).*\\b(staff|desk|newsroom|editors?|editorial|reporters?|correspondents?|team|agency|agencies|"
                    + "news|wire|press|online|media|admin|updated|published|"
                    + "telegram|journal|gazette|herald|tribune|chronicle|courier|daily|weekly|magazine|network|inc|"
                    + "llc|ltd|company|group|university|institute|department|ministry|"
                    + "redazione|redaktion|redacción|rédaction|council|committee|foundation|association|society|"
                    + "radio|channel|studios?|sponsored|writers?|content|the|partner|brandroom|com|org|net|"
                    + "times|post|reuters|guest|contributors?|service|bureau|today|monday|tuesday|wednesday|"
                    + "thursday|friday|saturday|sunday|january|february|march|april|"
                    + "may|june|july|august|september|october|november|december)\\b.*");
    private static final Pattern BYLINE =
            Pattern.compile("(?i)^\\W{0,3}(?:written |reported |story |posted |words )?by:? +(.{3,120})$");
    private static final Pattern BIOGRAPHY = Pattern.compile("^(" + PERSON.pattern()
            + "),? (?:is|was|has been|works|writes|covers|reports|joined|serves|has covered|has written|"
            + "has reported)\\b.*");
    private static final Pattern TRADE = Pattern.compile(
            "(?i)\\b(reporter|correspondent|editor|journalist|columnist|bureau chief|writer|producer|freelance|"
                    + "contributor|covers|covering|writes about|reports on|"
                    + "author of|based in|newsroom|photographer|staff|newspaper)\\b");

    private Bylines() {}

    /** The people that a byline names; empty where the line is none. */
    public static List<Author> in(String line) {
        Matcher byline = BYLINE.matcher(TextNormalizer.oneLine(line));
        return byline.matches() ? people(byline.group(1)) : List.of();
    }

    /** The people in a list of names as an author field has it. */
    public static List<Author> people(String field) {
        Map<String, Author> found = new LinkedHashMap<>();
        String list = TextNormalizer.oneLine(field).replaceFirst("(?i)^(?:written |reported )?by:? +", "");
        for (String part :
                list.split("\\s*(?:,|;|\\||/|&|\\band\\b|\\bund\\b|\\bet\\b| - | – |\\bfor\\b|\\bin\\b|(?<=\\s)(?=The |"
                        + "Associated Press|Reuters\\b|AFP\\b|AP\\b|CNN\\b|Staff\\b))\\s*")) {
            String name = part.strip();
            name = name.equals(name.toUpperCase(Locale.ROOT)) ? capitalised(name) : name;
            if (PERSON.matcher(name).matches() && !NO_PERSON.matcher(name).matches()) {
                found.putIfAbsent(TextMeasures.bare(name), new Author(name));
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether the text says who an author is. */
    public static boolean isBiography(String text) {
        Matcher biography = BIOGRAPHY.matcher(text);
        return biography.matches()
                && TRADE.matcher(text).find()
                && !NO_PERSON.matcher(biography.group(1)).matches();
    }

    /** The person whom a biography is about. */
    public static List<Author> ofBiography(String text) {
        Matcher biography = BIOGRAPHY.matcher(text);
        return biography.matches() ? people(biography.group(1)) : List.of();
    }

    private static String capitalised(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.toLowerCase(Locale.ROOT).split(" ")) {
            words.add(word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return String.join(" ", words);
    }
}
