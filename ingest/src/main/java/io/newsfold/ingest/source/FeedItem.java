package io.newsfold.ingest.source;

import io.newsfold.text.address.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An item of RSS or CDF, or an entry of Atom.
 *
 * @param element the item
 * @param names names of its elements
 * @param channel the feed that it stands in
 * @param parts its child elements by name
 */
record FeedItem(Element element, FeedNames names, FeedChannel channel, Map<String, List<Element>> parts) {
    /** What may hold the text; the fuller ones first. */
    private static final List<String> BODIES = List.of(
            "content:encoded",
            "content",
            "xhtml:body",
            "body",
            "fullitem",
            "description",
            "summary",
            "abstract",
            "dc:description",
            "dcterms:abstract",
            "itunes:summary",
            "media:description");

    private static final List<String> DATES = List.of(
            "pubdate",
            "published",
            "issued",
            "dcterms:issued",
            "dc:date",
            "created",
            "dcterms:created",
            "dcterms:date",
            "updated",
            "modified",
            "dcterms:modified");

    private static final Pattern OUTLET_BEFORE_END = Pattern.compile("\\s[-–—|·]\\s{1,9}$");

    static FeedItem of(Element element, FeedNames names, FeedChannel channel) {
        Map<String, List<Element>> parts = element.children().stream().collect(Collectors.groupingBy(names::of));
        return new FeedItem(element, names, channel, parts);
    }

    private List<Element> children(String name) {
        return parts.getOrDefault(name, List.of());
    }

    /** The publication date, or else the last change, as it is written; null for none. */
    @Nullable
    String published() {
        String written = first(DATES);
        String attribute = element.attributes().getIgnoreCase("lastmod").strip();
        return written == null && !attribute.isEmpty() ? attribute : written;
    }

    /** The outlet that the item is from, where the feed says so of each item; else the title of the feed. */
    @Nullable
    String publisher() {
        String outlet = outlet();
        if (outlet != null) {
            return outlet;
        }
        String link = statedLink();
        boolean leadsElsewhere = link != null && !RedirectAddress.isOfOneSite(link, RedirectAddress.target(link));
        boolean isOwnCounter = channel.site() != null
                && link != null
                && RedirectAddress.isOfOneSite(channel.site(), RedirectAddress.target(link));
        return leadsElsewhere && !isOwnCounter ? null : channel.title(); // an alert is nobody's publisher
    }

    private @Nullable String outlet() {
        return children("source").stream()
                .flatMap(source ->
                        source.children().isEmpty() ? Stream.of(source) : names.children(source, "title").stream())
                .map(FeedContent::plain)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** The headline on one line, without the outlet's name behind a dash that aggregators put there. */
    @Nullable
    String headline() {
        String title = Stream.of("title", "dc:title", "media:title")
                .flatMap(name -> children(name).stream())
                .map(FeedContent::plain)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
        String outlet = outlet();
        if (title == null || outlet == null || !title.endsWith(outlet)) {
            return title;
        }
        String before = title.substring(0, title.length() - outlet.length());
        Matcher separator = OUTLET_BEFORE_END.matcher(before.substring(Math.max(0, before.length() - 12)));
        String headline = separator.find()
                ? before.substring(0, Math.max(0, before.length() - 12) + separator.start())
                        .strip()
                : title;
        return headline.isEmpty() ? title : headline;
    }

    @Nullable
    String author() {
        String author = new FeedAuthors(names).of(element);
        return author == null ? channel.author() : author;
    }

    /** The id that the feed gives the item; null for none. */
    @Nullable
    String id() {
        String id = first(List.of("guid", "id", "dc:identifier"));
        String about = element.attr("rdf:about").strip();
        return id == null && !about.isEmpty() ? about : id;
    }

    /** The language that the item or its feed declares, as written; null for none. */
    @Nullable
    String language() {
        String own = first(List.of("dc:language", "language"));
        String attribute = element.attr("xml:lang").strip();
        String written = own == null && !attribute.isEmpty() ? attribute : own;
        return written == null ? channel.language() : written;
    }

    /** The first source of the text, unless another one has more than twice as much; null where none has any. */
    @Nullable
    String html() {
        FeedContent best = null;
        for (Element body : BODIES.stream().flatMap(this::bodies).toList()) {
            FeedContent content = FeedContent.of(body, channel.base());
            if (content != null && (best == null || content.length() > 2 * best.length())) {
                best = content;
            }
        }
        return best == null || LinkList.is(best.html(), headline()) ? null : best.html();
    }

    private Stream<Element> bodies(String name) {
        Stream<Element> own = children(name).stream();
        Stream<Element> grouped = children("media:group").stream().flatMap(g -> names.children(g, name).stream());
        return name.startsWith("media:") ? Stream.concat(own, grouped) : own;
    }

    /** The article's address: where the item's link leads in the end; null where it has no valid one. */
    @Nullable
    String link() {
        String link = statedLink();
        return link == null ? null : RedirectAddress.target(link);
    }

    /** Whether the item gives a link, valid or not. */
    boolean givesLink() {
        return !children("link").isEmpty();
    }

    /** The first valid address. Links to replies and the like do not count, nor a guid marked as not an address. */
    private @Nullable String statedLink() {
        List<String> links = new ArrayList<>();
        element.children().stream()
                .filter(child -> names.of(child).endsWith(":origlink"))
                .forEach(child -> links.add(child.wholeText()));
        List<Element> given = children("link");
        given.stream()
                .filter(link -> link.hasAttr("href"))
                .filter(link -> !link.hasAttr("rel") || link.attr("rel").equals("alternate"))
                .forEach(link -> links.add(resolved(link.attr("href"), link)));
        given.stream()
                .filter(link -> !link.hasAttr("href"))
                .forEach(link -> links.add(resolved(link.wholeText(), link)));
        links.add(resolved(element.attributes().getIgnoreCase("href"), element));
        children("guid").stream()
                .filter(guid -> !guid.attr("isPermaLink").equals("false"))
                .forEach(guid -> links.add(guid.wholeText()));
        links.add(element.attr("rdf:about"));
        return links.stream()
                .map(String::strip)
                .filter(link -> CanonicalUrl.of(link).isPresent())
                .findFirst()
                .orElse(null);
    }

    private String resolved(String link, Element at) {
        return channel.base().resolve(link, at).orElse("");
    }

    private @Nullable String first(List<String> elements) {
        return elements.stream()
                .flatMap(name -> children(name).stream())
                .map(child -> child.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The canonical form of the link; empty for none. */
    Optional<String> canonicalLink() {
        return Optional.ofNullable(link()).flatMap(CanonicalUrl::of);
    }
}
