package io.newsfold.text.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address that a page gives as its own, and whether it can be. Pages name the front page, their section or their
 * first page instead, by mistake or to be found more often; then articles would replace each other.
 */
public final class ClaimedAddress {
    private static final Pattern WHOLE = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);
    private static final Pattern YEAR_OR_DAY = Pattern.compile("(?:19|20)\\d\\d|\\d{1,2}");
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern PAGE_PARAMETER = Pattern.compile(
            "[?&](?:page|p|pg|paged|seite|pagina|part|start|offset)=\\d{1,3}(?=&|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_SEGMENTS = Pattern.compile("(?:/(?:page|seite|pagina|p))?/?\\d{1,2}");
    private static final Pattern NUMBERED = Pattern.compile("=[^&]*\\d");
    private static final Pattern NAME_OF_ARTICLE = Pattern.compile("\\d{4}|[^-_]{2}[-_][^-_]+[-_][^-_]{2}");
    private static final int SLUG_WORDS = 3;
    private static final int WORD_CHARS = 4;

    private ClaimedAddress() {}

    /**
     * The claim as a whole address, believed or not.
     *
     * @param claim whole, relative, or without its scheme
     * @param got where the page was got from; null where that is not known
     */
    public static Optional<String> whole(String claim, @Nullable String got) {
        String given = claim.strip();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.startsWith("//")) {
            return LinkAddress.of("https:" + given);
        }
        if (got == null || WHOLE.matcher(given).matches()) {
            return LinkAddress.of(given);
        }
        try {
            return LinkAddress.of(URI.create(got).resolve(given).toString());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether both addresses are of one site. */
    public static boolean isSameSite(String one, String other) {
        Optional<String> site = site(one);
        return site.isPresent() && site.equals(site(other));
    }

    private static Optional<String> site(String address) {
        return LinkAddress.of(address)
                .flatMap(AddressParts::of)
                .map(AddressParts::host)
                .map(RegisteredDomain::of);
    }

    /**
     * Whether a page that was got from {@code got} can have the address {@code claim}, both whole: it is on the same
     * site, and neither the front page, nor a section above the page, nor page 1 of which this is another.
     */
    public static boolean canBeOf(String claim, String got) {
        Optional<AddressParts> claimed = CanonicalUrl.of(claim).flatMap(AddressParts::of);
        Optional<AddressParts> known = CanonicalUrl.of(got).flatMap(AddressParts::of);
        if (claimed.isEmpty() || known.isEmpty() || !isSameSite(claim, got)) {
            return false;
        }
        if (claimed.get().equals(known.get())) {
            return true;
        }
        if (isFrontPage(claimed.get())
                || PAGE_PARAMETER.matcher(known.get().query()).find()
                        && !PAGE_PARAMETER.matcher(claimed.get().query()).find()) {
            return false;
        }
        String path = claimed.get().path();
        if (!known.get().path().startsWith(path + "/")) {
            return true;
        }
        String below = known.get().path().substring(path.length());
        return !PAGE_SEGMENTS.matcher(below).matches() && hasNameOfArticle(claimed.get(), "");
    }

    /**
     * Whether {@code claim} is {@code got} without parameters that the page does not need: its path alone names an
     * article, by four digits or three words, and the parameters do not number its pages.
     */
    public static boolean isWithoutNeedlessParameters(String claim, String got) {
        Optional<AddressParts> claimed = CanonicalUrl.of(claim).flatMap(AddressParts::of);
        Optional<AddressParts> known = CanonicalUrl.of(got).flatMap(AddressParts::of);
        if (claimed.isEmpty() || known.isEmpty()) {
            return false;
        }
        String query = known.get().query();
        String path = claimed.get().path();
        return known.get().withQuery(claimed.get().query()).equals(claimed.get())
                && parameters(query).containsAll(parameters(claimed.get().query()))
                && !PAGE_PARAMETER.matcher(query).find()
                && NAME_OF_ARTICLE
                        .matcher(path.substring(path.lastIndexOf('/') + 1))
                        .find();
    }

    private static Set<String> parameters(String query) {
        return query.isEmpty()
                ? Set.of()
                : new HashSet<>(List.of(query.substring(1).split("&")));
    }

    /** Whether an article with this headline can have the address {@code claim}, if nothing else is known of it. */
    public static boolean canBeOfArticle(String claim, String headline) {
        return CanonicalUrl.of(claim)
                .flatMap(AddressParts::of)
                .filter(parts -> !isFrontPage(parts) && hasNameOfArticle(parts, headline))
                .isPresent();
    }

    private static boolean isFrontPage(AddressParts parts) {
        return parts.path().equals("/")
                && parts.query().isEmpty()
                && parts.route().isEmpty();
    }

    /** Sections have short names of one or two words; articles have numbers, or words of their headlines. */
    private static boolean hasNameOfArticle(AddressParts parts, String headline) {
        if (!parts.route().isEmpty() || NUMBERED.matcher(parts.query()).find()) {
            return true;
        }
        String name = words(parts.path().substring(parts.path().lastIndexOf('/') + 1));
        boolean number = name.chars().anyMatch(Character::isDigit);
        if (number && !YEAR_OR_DAY.matcher(name.strip()).matches()) {
            return true;
        }
        List<String> words = Stream.of(name.strip().split(" ")).toList();
        String title = words(headline);
        return words.size() >= SLUG_WORDS
                || words.stream().anyMatch(w -> w.length() >= WORD_CHARS && title.contains(" " + w + " "));
    }

    /** Words in lower case without accents, with a space around each. */
    private static String words(String text) {
        String plain = text;
        try {
            plain = URLDecoder.decode(text.replace("+", "-"), UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            // as it stands
        }
        String folded = Normalizer.normalize(plain, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .toLowerCase(Locale.ROOT);
        return " " + WORD_BREAK.matcher(folded).replaceAll(" ").strip() + " ";
    }
}
