package io.newsfold.ingest.web;

import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the redirects of a page lead: a site that has taken an article away, or wants something from its readers first,
 * sends them to its front page, to an error page, or to a wall, and answers 200 there.
 */
final class Redirection {
    private static final Pattern FRONT = Pattern.compile(
            "/*(?:(?:index|default|home|start)(?:\\.\\p{Alnum}{2,5})?|[a-z]{2}(?:[-_][a-zA-Z]{2})?)?/*(?:index\\.\\p{Alnum}{2,5})?");
    /** A query by which old systems name an article. */
    private static final Pattern NAMES_AN_ARTICLE = Pattern.compile("(?:^|&)\\w{1,20}=[^&]*\\d");

    private static final Pattern ERROR_PAGE = Pattern.compile(
            "(?:page-?)?not-?found|40[34]|410|50[023]|error(?:-?page)?|(?:40[34]|50[03]|error)\\.\\p{Alnum}{2,5}");
    private static final Set<String> WALL_HOSTS = Set.of(
            "consent",
            "guce",
            "cmp",
            "login",
            "signin",
            "auth",
            "sso",
            "account",
            "accounts",
            "id",
            "idp",
            "identity",
            "myaccount",
            "secure-login",
            "subscribe",
            "abo",
            "offer",
            "captcha",
            "challenge");
    private static final Set<String> WALLS = Set.of(
            "login",
            "log-in",
            "signin",
            "sign-in",
            "sign_in",
            "sso",
            "auth",
            "authenticate",
            "oauth",
            "register",
            "registration",
            "consent",
            "collectconsent",
            "cookie-consent",
            "cookiewall",
            "cookie-wall",
            "cookie_wall",
            "privacy-wall",
            "privacywall",
            "paywall",
            "subscribe",
            "subscription",
            "anmelden",
            "connexion",
            "captcha",
            "challenge",
            "wp-login.php",
            "login.php",
            "login.html",
            "login.aspx");

    private Redirection() {}

    /** Why what stands at {@code end} is not the page at {@code requested}; empty where it may be. */
    static Optional<Refusal> refusal(String requested, String end) {
        Optional<URI> from = uri(requested);
        Optional<URI> to = uri(end);
        if (from.isEmpty() || to.isEmpty() || isFront(from.get())) {
            return Optional.empty();
        }
        if (isFront(to.get())) {
            return refusal(Reason.INDEX_PAGE, "the front page", end);
        }
        List<String> before = segments(from.get());
        List<String> added =
                segments(to.get()).stream().filter(s -> !before.contains(s)).toList();
        boolean otherHost = !host(from.get()).equals(host(to.get()));
        if (added.stream().anyMatch(WALLS::contains) || otherHost && isWallHost(to.get())) {
            return refusal(Reason.BOILERPLATE_ONLY, "a consent, log-in or subscription page", end);
        }
        return added.stream().anyMatch(s -> ERROR_PAGE.matcher(s).matches())
                ? refusal(Reason.ERROR_PAGE, "an error page", end)
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(Reason reason, String what, String end) {
        return Optional.of(new Refusal(reason, "it redirects to " + what + ", " + end));
    }

    private static boolean isFront(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        return FRONT.matcher(path).matches() && !NAMES_AN_ARTICLE.matcher(query).find();
    }

    private static boolean isWallHost(URI address) {
        String host = host(address);
        return WALL_HOSTS.contains(host.substring(0, Math.max(0, host.indexOf('.'))));
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    private static List<String> segments(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return Stream.of(path.toLowerCase(Locale.ROOT).split("/"))
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
