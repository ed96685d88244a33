package io.newsfold.ingest.source;

import io.newsfold.text.address.CanonicalUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about itself.
 *
 * @param title usually the publisher's name; null for none
 * @param site address of the site; null for none
 * @param author who wrote what has no author of its own; null for none
 * @param language that it declares for its items, as written; null for none
 * @param base what relative addresses are relative to
 */
record FeedChannel(
        @Nullable String title,
        @Nullable String site,
        @Nullable String author,
        @Nullable String language,
        FeedBase base) {

    /** @param address of the feed; null where it is not known, as of a file */
    static FeedChannel of(FeedNames names, @Nullable String address) {
        List<Element> heads = names.root().stream()
                .flatMap(root -> Stream.concat(names.children(root, "channel").stream(), Stream.of(root)))
                .toList();
        String title = heads.stream()
                .flatMap(head -> names.children(head, "title").stream())
                .map(FeedContent::plain)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
        boolean isAtom =
                names.root().filter(root -> names.of(root).equals("feed")).isPresent();
        String author = names.root()
                .filter(root -> isAtom)
                .map(new FeedAuthors(names)::of)
                .filter(name -> !name.equals(title))
                .orElse(null);
        List<Element> links = heads.stream()
                .flatMap(head -> names.children(head, "link").stream())
                .toList();
        Optional<String> site = site(links);
        Stream<Optional<String>> own = Stream.of(Optional.ofNullable(address), self(links));
        Optional<String> base = (isAtom ? Stream.concat(own, Stream.of(site)) : Stream.concat(Stream.of(site), own))
                .flatMap(Optional::stream)
                .findFirst();
        return new FeedChannel(
                title, site.orElse(null), author, language(names, heads), new FeedBase(base.orElse(null)));
    }

    private static @Nullable String language(FeedNames names, List<Element> heads) {
        Stream<String> elements = heads.stream()
                .flatMap(head ->
                        Stream.of("language", "dc:language").flatMap(name -> names.children(head, name).stream()))
                .map(Element::wholeText);
        Stream<String> attributes = heads.stream().map(head -> head.attr("xml:lang"));
        return Stream.concat(elements, attributes)
                .map(String::strip)
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> site(List<Element> links) {
        return links.stream()
                .filter(link -> !link.hasAttr("rel") || link.attr("rel").equals("alternate"))
                .map(link -> link.hasAttr("href") ? link.attr("href") : link.wholeText())
                .filter(link -> CanonicalUrl.of(link).isPresent())
                .map(String::strip)
                .findFirst();
    }

    private static Optional<String> self(List<Element> links) {
        return links.stream()
                .filter(link -> link.attr("rel").equals("self"))
                .map(link -> link.attr("href").strip())
                .filter(link -> CanonicalUrl.of(link).isPresent())
                .findFirst();
    }
}
