package io.newsfold.enrich.clean.field;

import io.newsfold.contract.CleanArticle.Credit;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds credits to an origin: "appeared first on", wire datelines, "reports via", "source of information". */
public final class Credits {
    private static final String WORD = "[\\p{Lu}\\d](?:[\\p{L}\\d&'’-]|\\.(?=\\p{L}))*";
    private static final String NAME = "((?:the |The )?" + WORD + "(?: (?:of |and |the )?" + WORD + "){0,4})";

    /** A line that names a post (group 1) and the outlet where it appeared first (group 2). */
    public static final Pattern APPEARED_FIRST =
            Pattern.compile("^\\W{0,3}The post (.{5,300}?) (?:appeared first|first appeared) on (.{2,80}?)\\.?$");

    /**
     * A way to give credit.
     *
     * @param saysSo whether it names an origin whatever the name; the others need a name that is an outlet's
     * @param triggers one of these has to be in the text: cheaper to see than the whole shape
     */
    private record Shape(boolean saysSo, Pattern pattern, List<String> triggers) {
        Shape(boolean saysSo, String pattern, String... triggers) {
            this(saysSo, Pattern.compile(pattern), List.of(triggers));
        }
    }

    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    true,
                    "(?:appeared first|first appeared|originally appeared|first published|originally published) "
                            + "(?:on|in|by|at) "
                            + NAME,
                    "appeared",
                    "published"),
            new Shape(
                    true,
                    "(?i:source of information(?: and images)?|sources?|quelle|"
                            + "via)\\s*[:“\"]\\s*[“\"«]?\\s*([\\p{L}\\d][\\p{L}\\d .&-]{2,40}?)\\s*[”\"».]?$",
                    "ource",
                    "uelle",
                    "via",
                    "Via"),
            new Shape(
                    true,
                    "\\breports? (?:via|citing|with reference to) ((?:foreign|local|state|Western|international) media|"
                            + NAME + ")",
                    "report"),
            new Shape(
                    true,
                    "^[\\p{Lu}][\\p{Lu} .,'’-]{1,40}(?:, [\\p{L}. ]{1,20}\\d{0,2})? "
                            + "\\(((?:[\\p{L}\\d][\\p{L}\\d .&'’-]{1,30}))\\) [-–—]",
                    ") -",
                    ") –",
                    ") —"),
            new Shape(
                    false,
                    "\\b(?:[Aa]ccording to|as reported by|reported by|told|cited by|per|quoted by|provided by) " + NAME,
                    "ccording to ",
                    " by ",
                    "told ",
                    "per "),
            new Shape(
                    false, NAME + " (?:reported|reports|has reported|first reported)\\b", " report", " first report"));

    /** Words that make a name an outlet's or an agency's. */
    private static final Pattern OUTLET = Pattern.compile(
            "(?i)\\b(times|post|news|mail|guardian|telegraph|herald|tribune|journal|gazette|observer|wire|press|"
                    + "agency|reuters|bloomberg|semafor|politico|axios|"
                    + "cnn|bbc|nbc|abc|cbs|npr|afp|ap|dpa|tass|interfax|ukrinform|xinhua|atlantic|economist|mirror|"
                    + "sun|independent|standard|dispatch|courier|chronicle|"
                    + "star|daily|network|radio|broadcasting|media|monitor|echo|ledger|bulletin|review|magazine|"
                    + "tv|channel|dailymail|le monde|spiegel|el país)\\b");

    /** Outlets by the forms that credits give them. */
    private static final Map<String, String> USUAL_NAMES = Map.ofEntries(
            Map.entry("dailymail", "Daily Mail"),
            Map.entry("the daily mail", "Daily Mail"),
            Map.entry("daily mail online", "Daily Mail"),
            Map.entry("mailonline", "Daily Mail"),
            Map.entry("nyt", "New York Times"),
            Map.entry("ny times", "New York Times"),
            Map.entry("the times", "The Times"),
            Map.entry("nytimes", "New York Times"),
            Map.entry("new york times", "New York Times"),
            Map.entry("the new york times", "New York Times"),
            Map.entry("wsj", "Wall Street Journal"),
            Map.entry("wapo", "Washington Post"),
            Map.entry("ap", "Associated Press"),
            Map.entry("the ap", "Associated Press"),
            Map.entry("associated press", "Associated Press"),
            Map.entry("afp", "Agence France-Presse"));

    private Credits() {}

    /**
     * The credits that a text gives, once each.
     *
     * @param paragraphs of the body
     * @param creditLines lines outside the body that are about the text's origin
     * @param publisher of the text, to whom it owes no credit; null where it is not known
     */
    public static List<Credit> in(List<String> paragraphs, List<String> creditLines, @Nullable String publisher) {
        Map<String, Credit> found = new LinkedHashMap<>();
        paragraphs.forEach(text -> add(found, text, publisher, false));
        creditLines.forEach(text -> add(found, text, publisher, true));
        return List.copyOf(found.values());
    }

    private static void add(Map<String, Credit> found, String text, @Nullable String publisher, boolean isCreditLine) {
        Matcher appeared = APPEARED_FIRST.matcher(text);
        if (appeared.matches()) {
            put(found, appeared.group(2), text, publisher);
            return;
        }
        for (Shape shape : SHAPES) {
            if (shape.triggers().stream().noneMatch(text::contains)) {
                continue;
            }
            Matcher credit = shape.pattern().matcher(text);
            while (credit.find()) {
                String name = trimmed(credit.group(1));
                if (isCreditLine || shape.saysSo() || OUTLET.matcher(name).find()) {
                    put(found, name, sentence(text, credit.start()), publisher);
                }
            }
        }
    }

    private static void put(Map<String, Credit> found, String name, String text, @Nullable String publisher) {
        String usual = USUAL_NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        boolean itself = publisher != null && TextMeasures.bare(publisher).equals(TextMeasures.bare(usual));
        if (!itself && usual.length() >= 2) {
            found.putIfAbsent(TextMeasures.bare(usual), new Credit(usual, text));
        }
    }

    private static String trimmed(String name) {
        String usual =
                name.replaceFirst("['’]s$", "").replaceFirst("[.,'’-]+$", "").strip();
        return usual.startsWith("the ") ? usual.substring(4) : usual;
    }

    /** The sentence around a place in a paragraph, at most 300 characters. */
    private static String sentence(String text, int at) {
        int start = Math.max(text.lastIndexOf(". ", at) + 1, Math.max(0, at - 200));
        int end = text.indexOf(". ", at);
        return text.substring(start, Math.min(end < 0 ? text.length() : end + 1, start + 300))
                .strip();
    }
}
