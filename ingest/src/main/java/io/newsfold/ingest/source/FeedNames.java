package io.newsfold.ingest.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The elements of a feed by the names that everybody uses, whatever prefixes the feed has: Atom's and the root's own
 * elements have none, those of modules their usual one, as in {@code dc:creator}. All names are in lower case.
 */
final class FeedNames {
    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");

    /** Namespaces in lower case and without what stands at their ends, and the prefix of each. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", ""),
            Map.entry("http://purl.org/atom/ns", ""),
            Map.entry("http://purl.org/rss/1.0", ""),
            Map.entry("http://purl.org/dc/elements/1.1", "dc:"),
            Map.entry("http://purl.org/dc/elements/1.0", "dc:"),
            Map.entry("http://purl.org/dc/terms", "dcterms:"),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content:"),
            Map.entry("http://search.yahoo.com/mrss", "media:"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"));

    private final Optional<Element> root;
    private final String rootPrefix;

    FeedNames(Document feed) {
        this.root = feed.stream()
                .filter(e -> ROOTS.contains(e.tag().localName().toLowerCase(Locale.ROOT)))
                .findFirst();
        String prefix = root.map(e -> e.tag().prefix()).orElse("");
        this.rootPrefix = prefix.equalsIgnoreCase("rdf") ? "" : prefix;
    }

    /** The outermost element that makes the document a feed; empty where there is none. */
    Optional<Element> root() {
        return root;
    }

    String of(Element element) {
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        String prefix = element.tag().prefix();
        String known = PREFIXES.get(bare(element.tag().namespace()));
        if (known != null) {
            return known + local;
        }
        boolean plain = prefix.isEmpty() || prefix.equals(rootPrefix) || prefix.equalsIgnoreCase("atom");
        return plain ? local : prefix.toLowerCase(Locale.ROOT) + ":" + local;
    }

    /** The children that have this name, in the order of the document. */
    List<Element> children(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> of(child).equals(name))
                .toList();
    }

    private static String bare(String namespace) {
        String bare = namespace.toLowerCase(Locale.ROOT);
        int end = bare.length();
        while (end > 0 && "/#".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return bare.substring(0, end);
    }
}
