package io.newsfold.enrich.clean.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The elements of a page that its fields are read from, found in one walk, each list in the order of the page. */
final class PageElements {
    private static final List<String> AUTHOR_PATHS = List.of("/author", "/staff/", "/reporters/", "/contributor");

    final List<Element> metas = new ArrayList<>();
    final List<Element> jsonLd = new ArrayList<>();
    final List<Element> canonicals = new ArrayList<>();
    /** Headings of the first rank, and times between them. */
    final List<Element> headingsAndTimes = new ArrayList<>();

    final List<Element> bylines = new ArrayList<>();
    final List<Element> authorLinks = new ArrayList<>();
    final List<Element> figures = new ArrayList<>();

    private PageElements() {}

    static PageElements of(Document document) {
        PageElements found = new PageElements();
        document.traverse((node, depth) -> found.see(node));
        return found;
    }

    private void see(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "script" -> {
                if (element.attr("type").equalsIgnoreCase("application/ld+json")) {
                    jsonLd.add(element);
                }
            }
            case "link" -> {
                if (element.attr("rel").equalsIgnoreCase("canonical") && isOfPage(element)) {
                    canonicals.add(element);
                }
            }
            case "h1" -> headingsAndTimes.add(element);
            case "figure" -> figures.add(element);
            default -> {}
        }
        if (element.attributesSize() > 0) {
            seeAttributes(element);
        }
    }

    /** Whether a link is about the page, not about a thing on it such as a film. A stray tag can end the head early. */
    private static boolean isOfPage(Element link) {
        Element parent = link.parent();
        return parent != null
                && (parent.normalName().equals("head") || parent.normalName().equals("body"));
    }

    private void seeAttributes(Element element) {
        String property = element.attr("itemprop");
        if (property.equals("datePublished") || element.normalName().equals("time") && element.hasAttr("datetime")) {
            headingsAndTimes.add(element);
        }
        String names = element.className();
        if (property.equals("author")
                || element.attr("rel").equals("author")
                || !names.isEmpty() && isByline(names.toLowerCase(Locale.ROOT))) {
            bylines.add(element);
        }
        if (element.normalName().equals("a")) {
            String address = element.attr("href");
            if (AUTHOR_PATHS.stream().anyMatch(address::contains)) {
                authorLinks.add(element);
            }
        }
    }

    private static boolean isByline(String names) {
        if (names.contains("byline") || names.contains("author-name")) {
            return true;
        }
        int at = names.indexOf("author");
        boolean starts = at == 0 || at > 0 && names.charAt(at - 1) == ' ';
        return starts && (at + 6 == names.length() || names.charAt(at + 6) == ' ');
    }
}
