package io.newsfold.enrich.clean.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads what a page calls its site: in its metadata, in links to its front page and in its copyright line. */
final class SiteNameReader {
    private static final List<String> NAME_METAS = List.of(
            "og:site_name",
            "application-name",
            "apple-mobile-web-app-title",
            "publisher",
            "dc.publisher",
            "twitter:site");
    private static final List<String> SITE_TYPES = List.of("WebSite", "Organization", "Corporation", "Periodical");
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?:©|\\(c\\)|\\bcopyright\\b)[\\s©–—\\d,-]*(?:by )?(\\p{L}[^|.,;·•–—©()\\d]{2,60})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RIGHTS = Pattern.compile("(?i)\\s+all(?:e)? rights?\\b.*|\\s+alle rechte\\b.*");
    private static final int LINE_CHARS = 200;
    private static final int NAME_CHARS = 80;

    private final Map<String, String> metas;
    private final List<JsonNode> things;
    private final PageElements elements;
    private final List<String> addresses;
    private final List<String> names = new ArrayList<>();

    private SiteNameReader(Map<String, String> metas, List<JsonNode> things, PageElements elements) {
        this.metas = metas;
        this.things = things;
        this.elements = elements;
        this.addresses = Stream.concat(
                        elements.canonicals.stream().map(link -> link.attr("href")),
                        Optional.ofNullable(metas.get("og:url")).stream())
                .toList();
    }

    /**
     * The names of the site.
     *
     * @param metas contents of the meta elements by their names
     * @param things of the page's JSON-LD
     */
    static SiteNames read(
            Map<String, String> metas, List<JsonNode> things, PageElements elements, List<? extends TextLine> lines) {
        SiteNameReader reader = new SiteNameReader(metas, things, elements);
        reader.readMetadata();
        reader.readHomeLinks();
        lines.forEach(reader::readCopyright);
        return SiteNames.of(reader.names, reader.addresses);
    }

    private void readMetadata() {
        NAME_METAS.stream().map(metas::get).filter(Objects::nonNull).forEach(name -> add(name.replaceFirst("^@", "")));
        for (JsonNode thing : things) {
            String type = thing.path("@type").toString();
            if (SITE_TYPES.stream().anyMatch(type::contains)) {
                add(thing.path("name").asText(""));
                add(thing.path("alternateName").asText(""));
            }
            add(thing.path("publisher").path("name").asText(""));
        }
        Set<String> feeds = new HashSet<>();
        for (Element feed : elements.feeds) {
            List<String> parts = SiteNames.parts(feed.attr("title"));
            if (parts.size() > 1 && !feeds.add(parts.get(0))) {
                add(parts.get(0)); // the feed of one article is named for the article
            }
        }
    }

    private void add(String name) {
        if (!name.isBlank() && name.length() <= NAME_CHARS) {
            names.add(name.indexOf('&') < 0 ? name : Jsoup.parse(name).text());
        }
    }

    private void readHomeLinks() {
        List<String> hosts =
                addresses.stream().map(SiteNames::inner).map(SiteNames::host).toList();
        for (Element link : elements.rootLinks) {
            String host = SiteNames.host(SiteNames.inner(link.attr("href")));
            if (host.isEmpty() || hosts.contains(host)) {
                add(link.text());
                Element logo = link.selectFirst("img[alt]");
                add(logo == null ? "" : logo.attr("alt"));
            }
        }
    }

    private void readCopyright(TextLine line) {
        String text = line.text();
        boolean isCandidate = text.length() <= LINE_CHARS
                && (text.indexOf('©') >= 0 || text.indexOf("opyright") >= 0 || text.indexOf("(c)") >= 0);
        Matcher copyright = COPYRIGHT.matcher(isCandidate ? text : "");
        if (copyright.find()) {
            add(RIGHTS.matcher(copyright.group(1)).replaceFirst("").strip());
        }
    }
}
