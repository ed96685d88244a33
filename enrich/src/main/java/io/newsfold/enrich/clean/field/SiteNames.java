package io.newsfold.enrich.clean.field;

import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names by which a page and its address call their site, and titles without them. Immutable. */
public final class SiteNames {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[|｜»«›•·_]+\\s*|\\s+[-–—/:~]+\\s+|:\\s+|：|"
            + "\\s*[–—]+\\s*|\\s+[-–—]|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}])-");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\s*[\\[(（［](?:from )?([^\\[\\]()（）［］]{2,80})[\\])）］]\\s*$");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:www\\.)?([\\p{L}\\d-]{2,})(?:\\.[a-z]{2,4})?\\.[a-z]{2,8}");
    private static final Pattern SCHEME = Pattern.compile("https?://?", Pattern.CASE_INSENSITIVE);
    private static final int AFTER_SCHEME = 8;
    private static final String NO_SEPARATORS = ".,;'’‘“”\"!?&%$€£";

    /** Words that are part of the name of a site at one place and left out at another. */
    private static final Set<String> OPTIONAL =
            Set.of(("the der die das le la les el il lo o a os as de news online com net org web website site blog "
                            + "official home homepage startpage startseite magazine magazin newspaper app "
                            + "english deutsch tv www")
                    .split(" "));

    private final Set<String> keys;

    private SiteNames(Set<String> keys) {
        this.keys = Set.copyOf(keys);
    }

    /**
     * The names that are known.
     *
     * @param names as a page or a feed gives them
     * @param addresses of the page; of one that holds another address, as in an archive, the inner one counts
     */
    public static SiteNames of(Collection<String> names, Collection<String> addresses) {
        Set<String> keys = new HashSet<>();
        names.forEach(name -> keys.addAll(keys(name)));
        addresses.forEach(address -> labelOf(host(inner(address))).ifPresent(keys::add));
        keys.remove("");
        return new SiteNames(keys);
    }

    /** These names and more. */
    SiteNames with(SiteNames more) {
        Set<String> all = new HashSet<>(keys);
        all.addAll(more.keys);
        return new SiteNames(all);
    }

    /** Whether the text is a name of the site and nothing else. */
    public boolean has(String text) {
        return keys(text).stream().anyMatch(keys::contains);
    }

    /** A title without the site's name at its start or its end, whole where it is nothing else. */
    public String without(String title) {
        String shorter = title.strip();
        if (!mayHaveParts(shorter)) {
            return shorter;
        }
        for (String before = ""; !before.equals(shorter); ) {
            before = shorter;
            shorter = withoutEnd(withoutStart(withoutBrackets(shorter)));
        }
        return shorter;
    }

    /** Whether some sign is there that parts titles, or a bracket: cheap to see. */
    private static boolean mayHaveParts(String title) {
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != ' ' && NO_SEPARATORS.indexOf(c) < 0) {
                return true;
            }
        }
        return false;
    }

    private String withoutBrackets(String title) {
        Matcher brackets = IN_BRACKETS.matcher(title);
        return brackets.find() && brackets.start() > 0 && has(brackets.group(1))
                ? title.substring(0, brackets.start())
                : title;
    }

    /** The longest end that is a name of the site is cut: names have separators too. */
    private String withoutEnd(String title) {
        Matcher separator = SEPARATOR.matcher(title);
        while (separator.find()) {
            if (separator.start() > 0 && has(title.substring(separator.end()))) {
                return title.substring(0, separator.start());
            }
        }
        return title;
    }

    private String withoutStart(String title) {
        Matcher separator = SEPARATOR.matcher(title);
        String shorter = title;
        while (separator.find()) {
            if (separator.end() < title.length() && has(title.substring(0, separator.start()))) {
                shorter = title.substring(separator.end());
            }
        }
        return shorter;
    }

    /** The part of a title at one of its ends that is a name of the site, and not of its front page. */
    Optional<String> nameIn(String title) {
        List<String> parts = parts(title);
        return parts.size() < 2
                ? Optional.empty()
                : List.of(parts.get(parts.size() - 1), parts.get(0)).stream()
                        .filter(part -> has(part) && isProper(part))
                        .findFirst();
    }

    private static boolean isProper(String name) {
        return !OPTIONAL.containsAll(List.of(TextMeasures.bare(name).split(" ", -1)));
    }

    /** What the separators of a title part. */
    static List<String> parts(String title) {
        return Arrays.stream(SEPARATOR.split(title.strip()))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The address that another one holds, as those of archives do; the address itself where it holds none. */
    static String inner(String address) {
        if (address.indexOf(':', AFTER_SCHEME) < 0) {
            return address; // nearly all
        }
        Matcher scheme = SCHEME.matcher(address);
        String inner = address;
        while (scheme.find()) {
            inner = scheme.start() >= AFTER_SCHEME ? address.substring(scheme.start()) : inner;
        }
        return inner;
    }

    /** The host of an address, which may be broken; empty where it has none. */
    static String host(String address) {
        Matcher scheme = SCHEME.matcher(address);
        if (!scheme.lookingAt()) {
            return "";
        }
        String rest = address.substring(scheme.end());
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** The label that was registered, as far as the shape of the host tells. */
    private static Optional<String> labelOf(String host) {
        String[] labels = host.split("\\.", -1);
        int n = labels.length;
        if (n < 2) {
            return Optional.empty();
        }
        boolean isCountry = n >= 3 && labels[n - 1].length() == 2 && labels[n - 2].length() <= 3;
        return keys(labels[n - (isCountry ? 3 : 2)]).stream().findFirst();
    }

    /** The forms of a name by which it is compared: without spaces, and without the words that may be left out. */
    private static List<String> keys(String name) {
        Matcher domain = DOMAIN.matcher(name.strip().toLowerCase(Locale.ROOT));
        String bare = TextMeasures.bare(domain.matches() ? domain.group(1) : name);
        String whole = bare.replace(" ", "");
        String core = Arrays.stream(bare.split(" ", -1))
                .filter(word -> !OPTIONAL.contains(word))
                .collect(Collectors.joining());
        List<String> keys = new ArrayList<>(List.of(whole));
        if (core.length() > 2) {
            keys.add(core);
        }
        return keys;
    }
}
