package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.text.address.CanonicalUrl;
import io.newsfold.text.address.ClaimedAddress;
import io.newsfold.text.address.WrappedAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The address of a saved page that comes without one. Whoever saved it often wrote it down: browsers, SingleFile and
 * HTTrack in a comment, archives in links and scripts of their own. Else the page's own word counts, where it can be.
 *
 * @param address not yet canonical
 * @param isRecorded whether the one who saved the page wrote it down
 */
record SavedPageAddress(String address, boolean isRecorded) {
    private static final int RECORD_CHARS = 1 << 16;

    private static final List<Pattern> RECORDS = List.of(
            Pattern.compile("<!--\\s*saved from url=\\(\\d{1,6}\\)\\s*(\\S{1,4000})", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "<!--\\s*Page saved with SingleFile\\b[^>]{0,1000}?\\burl:\\s*(\\S{1,4000})",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("<!--\\s*Mirrored from (\\S{1,4000}) by HTTrack", Pattern.CASE_INSENSITIVE),
            Pattern.compile("<meta\\s+name=[\"']?savepage-url[\"']?\\s+content=[\"']?([^\"'\\s>]{1,4000})"),
            Pattern.compile("__wm\\.wombat\\(\\s*[\"']([^\"'\\s]{1,4000})[\"']"));

    private static final String LINKS = "head > link[href], body > link[href]";

    private static final Pattern LINK = Pattern.compile("<link\\s[^>]{1,4500}", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN =
            Pattern.compile("\\brel=[\"']?(?:canonical|bookmark)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HREF = Pattern.compile("\\bhref=[\"']?([^\"'\\s>]{1,4000})", Pattern.CASE_INSENSITIVE);

    /** The address in {@code html}; null where there is none that can be its own. */
    static @Nullable String in(byte[] html) {
        String text = text(html);
        return of(text, Jsoup.parse(text)).map(SavedPageAddress::address).orElse(null);
    }

    /** Addresses are ASCII, so the charset does not matter. */
    static String text(byte[] html) {
        return new String(html, UTF_8);
    }

    /** @param page {@code html}, parsed */
    static Optional<SavedPageAddress> of(String html, Document page) {
        return recorded(html, page).or(() -> claimed(page));
    }

    /**
     * The address of a page that came with {@code url}. That is the original's where {@code url} is the short one of a
     * capture, and the page links to the long one of the same archive. It is the page's canonical one where that is
     * {@code url} without parameters that the page does not need.
     */
    static String ofPage(String url, byte[] html) {
        String begin = text(html.length > RECORD_CHARS ? Arrays.copyOf(html, RECORD_CHARS) : html);
        List<String> links = LINK.matcher(begin)
                .results()
                .filter(link -> OWN.matcher(link.group()).find())
                .map(link -> HREF.matcher(link.group()))
                .filter(Matcher::find)
                .map(href -> href.group(1))
                .toList();
        Optional<String> original = links.stream()
                .filter(WrappedAddress::isMemento)
                .filter(memento -> host(memento).equals(host(url)))
                .findFirst();
        return original.or(() -> links.stream()
                        .flatMap(link -> ClaimedAddress.whole(link, url).stream())
                        .filter(link -> ClaimedAddress.isWithoutNeedlessParameters(link, url))
                        .findFirst())
                .orElse(url);
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<SavedPageAddress> recorded(String html, Document page) {
        String begin = html.substring(0, Math.min(html.length(), RECORD_CHARS));
        Stream<String> written = RECORDS.stream()
                .map(pattern -> pattern.matcher(begin))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
        Stream<String> mementos = claims(page).filter(WrappedAddress::isMemento);
        return Stream.concat(written, mementos)
                .map(address -> address.contains("://") ? address : "https://" + address)
                .filter(address -> CanonicalUrl.of(address).isPresent())
                .findFirst()
                .map(address -> new SavedPageAddress(address, true));
    }

    private static Optional<SavedPageAddress> claimed(Document page) {
        String headline = page.select("h1").text() + " " + page.title();
        return claims(page)
                .map(claim -> ClaimedAddress.whole(claim, null).orElse(null))
                .filter(Objects::nonNull)
                .filter(address -> ClaimedAddress.canBeOfArticle(address, headline))
                .findFirst()
                .map(address -> new SavedPageAddress(address, false));
    }

    private static Stream<String> claims(Document page) {
        Stream<String> links = page.select(LINKS).stream()
                .filter(link -> link.attr("rel").equalsIgnoreCase("canonical")
                        || link.attr("rel").equalsIgnoreCase("bookmark"))
                .map(link -> link.attr("href"));
        return Stream.concat(
                links, Stream.of(page.select("meta[property=og:url]").attr("content")));
    }
}
